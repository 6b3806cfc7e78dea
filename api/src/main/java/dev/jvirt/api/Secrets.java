package dev.jvirt.api;

/// The secrets that a connection reaches.
///
/// @param connection that it belongs to
public record Secrets(Connection connection) {}
