package dev.jvirt.api.domain;

/// The time on the clock of a guest.
///
/// @param seconds since the beginning of 1970, UTC
/// @param nanoseconds of the second that has begun
public record DomainTime(long seconds, int nanoseconds) {}
