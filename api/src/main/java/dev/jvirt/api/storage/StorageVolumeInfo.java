package dev.jvirt.api.storage;

/// A summary of a storage volume (`virStorageVolInfo`).
///
/// @param type what it is for the host
/// @param capacity the size in bytes that its user sees
/// @param allocation the bytes that it occupies
public record StorageVolumeInfo(StorageVolumeType type, long capacity, long allocation) {}
