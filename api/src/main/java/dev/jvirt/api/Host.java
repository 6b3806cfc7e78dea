package dev.jvirt.api;

/// The host of a hypervisor: its processors and memory.
///
/// @param connection that it belongs to
public record Host(Connection connection) {}
