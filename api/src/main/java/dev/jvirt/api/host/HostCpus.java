package dev.jvirt.api.host;

import dev.jvirt.api.CpuMap;

/// The CPUs of a host.
///
/// @param present how many there are, also those that are switched off: their numbers are 0 to
/// `present` - 1
/// @param online those that are switched on
public record HostCpus(int present, CpuMap online) {}
