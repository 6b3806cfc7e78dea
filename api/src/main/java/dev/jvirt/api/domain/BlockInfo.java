package dev.jvirt.api.domain;

/// The sizes of a disk in bytes (`virDomainBlockInfo`).
///
/// @param capacity what the guest sees
/// @param allocation what it takes on the host
/// @param physical how large its file or device is on the host
public record BlockInfo(long capacity, long allocation, long physical) {}
