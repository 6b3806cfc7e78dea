package dev.jvirt.api;

/// The bindings of network filters to ports.
///
/// @param connection that it belongs to
public record NwfilterBindings(Connection connection) {}
