package dev.jvirt.api;

/// The network interfaces of a host.
///
/// @param connection that it belongs to
public record Interfaces(Connection connection) {}
