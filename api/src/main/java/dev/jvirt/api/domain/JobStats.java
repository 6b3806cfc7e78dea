package dev.jvirt.api.domain;

import dev.jvirt.api.TypedParameters;

/// The job of a domain in all detail.
///
/// @param type how it goes on, or ended
/// @param figures for example `time_elapsed`; `operation` is a number of [JobOperation]
public record JobStats(JobType type, TypedParameters figures) {}
