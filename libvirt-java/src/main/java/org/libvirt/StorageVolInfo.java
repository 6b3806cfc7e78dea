package org.libvirt;

import dev.jvirt.api.storage.StorageVolumeInfo;
import org.jspecify.annotations.Nullable;

/// A summary of a storage volume (`virStorageVolInfo`).
public class StorageVolInfo {
    /// What a volume is for the host (`virStorageVolType`).
    public enum VirStorageVolType {
        VIR_STORAGE_VOL_FILE,
        VIR_STORAGE_VOL_BLOCK
    }

    /// What it is for the host; null for what has no constant here, for example a folder.
    public @Nullable VirStorageVolType type;

    /// The size in bytes that its user sees.
    public long capacity;

    /// The bytes that it occupies.
    public long allocation;

    StorageVolInfo(StorageVolumeInfo info) {
        this.type = Numbers.orNull(VirStorageVolType.values(), info.type().code());
        this.capacity = info.capacity();
        this.allocation = info.allocation();
    }

    @Override
    public String toString() {
        return "type:%s\ncapacity:%d\nallocation:%d\n".formatted(type, capacity, allocation);
    }
}
