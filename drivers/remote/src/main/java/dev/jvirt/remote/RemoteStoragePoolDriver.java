package dev.jvirt.remote;

import dev.jvirt.api.driver.StoragePoolDriver;

/// Storage pools of the far host.
record RemoteStoragePoolDriver(RemoteCaller caller) implements StoragePoolDriver {}
