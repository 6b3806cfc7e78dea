package dev.jvirt.api.domain;

import java.util.Optional;

/// Where a migration goes.
///
/// @param connection the URI by which the source reaches the daemon at the destination; empty
/// unless it talks to it by itself
/// @param hypervisor the URI by which the hypervisor sends the guest; empty if that is found out
public record MigrationUris(Optional<String> connection, Optional<String> hypervisor) {}
