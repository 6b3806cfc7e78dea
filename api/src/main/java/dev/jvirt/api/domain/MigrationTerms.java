package dev.jvirt.api.domain;

import java.util.Optional;

/// What steps of a migration share that take no typed parameters.
///
/// @param flags the bits of `virDomainMigrateFlags`, with room for 32 more
/// @param name of the domain at the destination; empty: the one it has
/// @param bandwidth the most that is sent, in MiB/s; 0: as much as the hypervisor likes
public record MigrationTerms(long flags, Optional<String> name, long bandwidth) {}
