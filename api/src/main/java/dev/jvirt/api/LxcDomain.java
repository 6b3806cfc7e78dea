package dev.jvirt.api;

/// What only containers can do.
///
/// @param domain that it belongs to
public record LxcDomain(Domain domain) {}
