package dev.jvirt.api;

/// The storage pools that a connection reaches.
///
/// @param connection that it belongs to
public record StoragePools(Connection connection) {}
