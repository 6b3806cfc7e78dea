package dev.jvirt.api.storage;

/// A summary of a storage pool (`virStoragePoolInfo`).
///
/// @param state what it is doing
/// @param capacity its size in bytes
/// @param allocation the bytes that its volumes occupy
/// @param available the bytes that are left
public record StoragePoolInfo(
        StoragePoolState state, long capacity, long allocation, long available) {}
