package dev.jvirt.api;

/// What a hypervisor can run: processor models, domain capabilities, its own configurations.
///
/// @param connection that it belongs to
public record Hypervisor(Connection connection) {}
