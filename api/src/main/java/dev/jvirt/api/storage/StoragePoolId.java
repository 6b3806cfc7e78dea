package dev.jvirt.api.storage;

import java.util.UUID;

/// Which storage pool is meant: the identity that travels between client, daemon and drivers.
public record StoragePoolId(String name, UUID uuid) {}
