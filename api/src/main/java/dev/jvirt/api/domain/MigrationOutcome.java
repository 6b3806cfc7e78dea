package dev.jvirt.api.domain;

/// How the steps before the last ones went.
///
/// @param flags the bits of `virDomainMigrateFlags`, with room for 32 more
/// @param cancelled 0 if all went well, anything else if not
public record MigrationOutcome(long flags, int cancelled) {}
