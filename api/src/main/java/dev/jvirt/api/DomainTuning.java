package dev.jvirt.api;

/// The resources of a domain: processors, memory, weights, as set and as they are.
///
/// @param domain that it belongs to
public record DomainTuning(Domain domain) {}
