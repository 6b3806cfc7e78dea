package dev.jvirt.api.domain;

import dev.jvirt.api.TypedParameters;

/// The figures about one domain.
///
/// @param figures for example `cpu.time`
public record DomainStats(DomainId domain, TypedParameters figures) {}
