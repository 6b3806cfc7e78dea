package dev.jvirt.api.domain;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;

/// What steps of a migration share that take typed parameters.
///
/// @param parameters see [MigrationParameter]
public record MigrationSettings(TypedParameters parameters, Flags<DomainMigrateFlag> flags) {}
