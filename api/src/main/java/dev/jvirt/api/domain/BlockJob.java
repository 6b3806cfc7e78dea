package dev.jvirt.api.domain;

/// A job on a disk (`virDomainBlockJobInfo`).
///
/// @param bandwidth the limit in MiB/s, or in bytes/s if asked for; 0: none
/// @param current how far it is, in units that the driver chooses
/// @param end how far it has to go; the job has reached a state of its own when both are equal
public record BlockJob(BlockJobType type, long bandwidth, long current, long end) {}
