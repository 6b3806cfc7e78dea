package dev.jvirt.api.storage;

/// Which storage volume is meant: the name of its pool, its own name there, and a key that is
/// unique on the host.
public record StorageVolumeId(String pool, String name, String key) {}
