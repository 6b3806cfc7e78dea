package dev.jvirt.api;

/// The figures about one domain (`virDomainStatsRecord`).
///
/// @param figures for example `cpu.time`
public record DomainStatsRecord(Domain domain, TypedParameters figures) {}
