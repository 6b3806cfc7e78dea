package dev.jvirt.api;

/// The snapshots of a domain.
///
/// @param domain that it belongs to
public record DomainSnapshots(Domain domain) {}
