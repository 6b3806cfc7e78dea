package dev.jvirt.api.domain;

import java.util.Optional;

/// What may be said about a migration without typed parameters.
///
/// @param name of the domain at the destination; empty: the one it has
/// @param uri by which the guest is sent; empty: found out by the two sides
/// @param bandwidth the most that is sent, in MiB/s; 0: as much as the hypervisor likes
public record MigrationOptions(Optional<String> name, Optional<String> uri, long bandwidth) {
    /// Nothing is said.
    public static MigrationOptions none() {
        return new MigrationOptions(Optional.empty(), Optional.empty(), 0);
    }
}
