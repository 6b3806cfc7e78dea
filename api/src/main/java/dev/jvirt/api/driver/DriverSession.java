package dev.jvirt.api.driver;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.event.Subscription;
import java.util.Optional;
import java.util.function.Consumer;

/// What a hypervisor driver gives for one open connection. Closing it releases whatever belongs to
/// the connection.
public interface DriverSession extends AutoCloseable {
    /// The hypervisor and its host.
    HostDriver host();

    /// Domains.
    DomainDriver domains();

    /// Networks, if this driver serves them itself; otherwise the network drivers are asked.
    default Optional<NetworkDriver> networks() {
        return Optional.empty();
    }

    /// Calls `handler` once when the connection ends other than by [#close].
    default Subscription onClose(Consumer<CloseReason> handler) {
        return () -> {};
    }

    @Override
    void close();
}
