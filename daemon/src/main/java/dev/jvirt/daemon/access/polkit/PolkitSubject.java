package dev.jvirt.daemon.access.polkit;

/// Who asks: a process, and by which user. A number is used again once its process has ended; the
/// time tells them apart.
///
/// @param process its number
/// @param startTime when it was started, in the kernel's ticks
/// @param user its user
public record PolkitSubject(long process, long startTime, long user) {}
