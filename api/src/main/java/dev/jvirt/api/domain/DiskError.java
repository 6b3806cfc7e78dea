package dev.jvirt.api.domain;

/// A disk that stopped because of an error (`virDomainDiskError`).
///
/// @param disk the name of the device in the guest, for example `vda`
public record DiskError(String disk, DiskErrorCode error) {}
