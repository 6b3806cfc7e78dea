package dev.jvirt.api;

/// The disks of a domain: sizes, statistics, jobs on their contents.
///
/// @param domain that it belongs to
public record DomainDisks(Domain domain) {}
