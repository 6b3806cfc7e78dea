package dev.jvirt.api;

/// The checkpoints of a domain, and its backups.
///
/// @param domain that it belongs to
public record DomainCheckpoints(Domain domain) {}
