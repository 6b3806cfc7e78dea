package dev.jvirt.api.domain;

import dev.jvirt.api.CpuMap;

/// A thread that serves disks of a domain (`virDomainIOThreadInfo`).
///
/// @param id from 1 on
/// @param cpus the host's CPUs that it may run on
public record IoThreadInfo(int id, CpuMap cpus) {}
