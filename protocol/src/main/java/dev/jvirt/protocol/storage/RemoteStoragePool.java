package dev.jvirt.protocol.storage;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;
import java.util.UUID;

/// Which storage pool is meant.
@Struct("remote_nonnull_storage_pool")
public record RemoteStoragePool(String name, UUID uuid) implements RemoteObject {}
