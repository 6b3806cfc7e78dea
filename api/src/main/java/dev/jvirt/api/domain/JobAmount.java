package dev.jvirt.api.domain;

/// How much a job has to do of one kind, in bytes; what is not known is 0.
///
/// @param total all of it
/// @param processed what is done
/// @param remaining what is still to be done
public record JobAmount(long total, long processed, long remaining) {}
