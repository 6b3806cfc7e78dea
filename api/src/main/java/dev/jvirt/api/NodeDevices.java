package dev.jvirt.api;

/// The devices of a host.
///
/// @param connection that it belongs to
public record NodeDevices(Connection connection) {}
