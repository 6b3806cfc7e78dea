package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// Filters for listing storage pools (`virConnectListAllStoragePoolsFlags`). Filters of one group
/// are alternatives, groups narrow each other; the kinds of pools are one group.
public enum StoragePoolListFlag implements Flag {
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE`, since 0.10.2.
    INACTIVE(1 << 0),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE`, since 0.10.2.
    ACTIVE(1 << 1),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT`, since 0.10.2.
    PERSISTENT(1 << 2),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT`, since 0.10.2.
    TRANSIENT(1 << 3),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART`, since 0.10.2.
    AUTOSTART(1 << 4),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART`, since 0.10.2.
    NO_AUTOSTART(1 << 5),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_DIR`, since 0.10.2.
    DIR(1 << 6),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_FS`, since 0.10.2.
    FS(1 << 7),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_NETFS`, since 0.10.2.
    NETFS(1 << 8),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL`, since 0.10.2.
    LOGICAL(1 << 9),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_DISK`, since 0.10.2.
    DISK(1 << 10),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI`, since 0.10.2.
    ISCSI(1 << 11),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_SCSI`, since 0.10.2.
    SCSI(1 << 12),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_MPATH`, since 0.10.2.
    MPATH(1 << 13),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_RBD`, since 0.10.2.
    RBD(1 << 14),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG`, since 0.10.2.
    SHEEPDOG(1 << 15),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER`, since 1.2.1.
    GLUSTER(1 << 16),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_ZFS`, since 1.2.8.
    ZFS(1 << 17),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE`, since 3.1.0.
    VSTORAGE(1 << 18),
    /// `VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT`, since 5.6.0.
    ISCSI_DIRECT(1 << 19);

    private final int bit;

    StoragePoolListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
