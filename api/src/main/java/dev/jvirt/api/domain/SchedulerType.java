package dev.jvirt.api.domain;

/// How a host shares its CPUs out among domains.
///
/// @param name for example `posix`
/// @param parameters how many parameters it has
public record SchedulerType(String name, int parameters) {}
