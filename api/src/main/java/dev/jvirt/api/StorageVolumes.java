package dev.jvirt.api;

/// Volumes found without their pool.
///
/// @param connection that it belongs to
public record StorageVolumes(Connection connection) {}
