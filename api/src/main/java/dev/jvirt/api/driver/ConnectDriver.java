package dev.jvirt.api.driver;

import java.util.Optional;
import java.util.Set;

/// A row of the driver table: a way to reach a hypervisor.
public interface ConnectDriver {
    /// The driver's name in messages, for example `QEMU`.
    String name();

    /// The URI schemes it serves (before any `+`); empty if it looks at every URI.
    Set<String> schemes();

    /// Whether URIs with a host or a transport are none of its business.
    default boolean localOnly() {
        return true;
    }

    /// The URI to try when the user gave none; empty if this driver cannot tell that it would work
    /// here.
    default Optional<String> probe() {
        return Optional.empty();
    }

    /// Whether opening a connection only looks at what is there and never waits, for a file, a
    /// process or a peer.
    default boolean opensAtOnce() {
        return false;
    }

    /// Opens a connection.
    ///
    /// @return the open connection; empty if the driver declines, so that the next one is asked
    /// @throws dev.jvirt.api.LibvirtException if the URI is this driver's and cannot be opened:
    /// nobody else is asked
    Optional<DriverSession> open(OpenRequest request);
}
