package dev.jvirt.remote;

import dev.jvirt.api.driver.StorageVolumeDriver;

/// Storage volumes of the far host.
record RemoteStorageVolumeDriver(RemoteCaller caller) implements StorageVolumeDriver {}
