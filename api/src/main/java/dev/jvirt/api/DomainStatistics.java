package dev.jvirt.api;

/// What is counted of a domain, and its jobs.
///
/// @param domain that it belongs to
public record DomainStatistics(Domain domain) {}
