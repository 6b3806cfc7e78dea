package dev.jvirt.api;

/// The network filters of a host.
///
/// @param connection that it belongs to
public record Nwfilters(Connection connection) {}
