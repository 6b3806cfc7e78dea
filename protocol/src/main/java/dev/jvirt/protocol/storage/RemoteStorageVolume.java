package dev.jvirt.protocol.storage;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;

/// Which storage volume is meant: by name within its pool, or by a key that is unique on the host.
@Struct("remote_nonnull_storage_vol")
public record RemoteStorageVolume(String pool, String name, String key) implements RemoteObject {}
