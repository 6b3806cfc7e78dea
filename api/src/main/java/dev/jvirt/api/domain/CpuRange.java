package dev.jvirt.api.domain;

/// Some CPUs of the host in a row.
///
/// @param first the number of the first one, from 0 on
/// @param count how many, from 1 on
public record CpuRange(int first, int count) {}
