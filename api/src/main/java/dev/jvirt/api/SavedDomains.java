package dev.jvirt.api;

/// Domains in files: restored, and their files changed.
///
/// @param connection that it belongs to
public record SavedDomains(Connection connection) {}
