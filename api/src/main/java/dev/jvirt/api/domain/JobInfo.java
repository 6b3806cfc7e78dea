package dev.jvirt.api.domain;

/// The job that a domain is busy with (`virDomainJobInfo`).
///
/// @param type how it goes on
/// @param timeElapsed milliseconds since it began
/// @param timeRemaining milliseconds that it will still take; only told for BOUNDED jobs
/// @param data all that it has to do
/// @param memory the part of it that is the memory of the guest
/// @param file the part of it that is disks
public record JobInfo(
        JobType type,
        long timeElapsed,
        long timeRemaining,
        JobAmount data,
        JobAmount memory,
        JobAmount file) {}
