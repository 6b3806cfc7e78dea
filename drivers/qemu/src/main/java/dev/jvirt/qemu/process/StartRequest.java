package dev.jvirt.qemu.process;

/// How a domain is to be started.
///
/// @param holder the API call
/// @param paused whether the virtual CPUs stay where they are
public record StartRequest(String holder, boolean paused) {}
