package dev.jvirt.documents.storage;

import dev.jvirt.documents.xml.Word;
import java.util.List;
import java.util.Locale;

/// The kinds of storage pools.
public enum StoragePoolKind implements Word {
    DIR,
    FS,
    NETFS,
    LOGICAL,
    DISK,
    ISCSI,
    ISCSI_DIRECT,
    SCSI,
    MPATH,
    RBD,
    SHEEPDOG,
    GLUSTER,
    ZFS,
    VSTORAGE;

    private static final List<String> FILE_SYSTEMS =
            List.of(
                    "auto", "ext2", "ext3", "ext4", "ufs", "iso9660", "udf", "gfs", "gfs2", "vfat",
                    "hfs+", "xfs", "ocfs2", "vmfs");
    private static final List<String> PARTITION_TABLES =
            List.of("unknown", "dos", "dvh", "gpt", "mac", "bsd", "pc98", "sun", "lvm2");
    private static final List<String> IMAGES =
            List.of(
                    "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat",
                    "vhd", "ploop", "cow", "qcow", "qcow2", "qed", "vmdk");
    private static final List<String> PARTITIONS =
            List.of(
                    "none",
                    "linux",
                    "fat16",
                    "fat32",
                    "linux-swap",
                    "linux-lvm",
                    "linux-raid",
                    "extended");

    @Override
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean needsHost() {
        return switch (this) {
            case NETFS, ISCSI, ISCSI_DIRECT, RBD, SHEEPDOG, GLUSTER -> true;
            case DIR, FS, LOGICAL, DISK, SCSI, MPATH, ZFS, VSTORAGE -> false;
        };
    }

    boolean needsDevice() {
        return switch (this) {
            case FS, DISK, ISCSI, ISCSI_DIRECT -> true;
            case DIR, NETFS, LOGICAL, SCSI, MPATH, RBD, SHEEPDOG, GLUSTER, ZFS, VSTORAGE -> false;
        };
    }

    boolean hasDevices() {
        return needsDevice() || this == LOGICAL || this == ZFS;
    }

    boolean hasFolder() {
        return this == NETFS || this == GLUSTER;
    }

    boolean hasName() {
        return switch (this) {
            case LOGICAL, RBD, SHEEPDOG, GLUSTER, ZFS, VSTORAGE -> true;
            case DIR, FS, NETFS, DISK, ISCSI, ISCSI_DIRECT, SCSI, MPATH -> false;
        };
    }

    /// Whether volumes have a place on the host.
    public boolean hasTarget() {
        return switch (this) {
            case RBD, SHEEPDOG, GLUSTER, ISCSI_DIRECT -> false;
            case DIR, FS, NETFS, LOGICAL, DISK, ISCSI, SCSI, MPATH, ZFS, VSTORAGE -> true;
        };
    }

    /// The formats that a source may have, the first of them if nothing is said; empty if there
    /// are none.
    List<String> sourceFormats() {
        return switch (this) {
            case FS -> FILE_SYSTEMS;
            case NETFS -> List.of("auto", "nfs", "glusterfs", "cifs");
            case LOGICAL -> List.of("lvm2", "unknown");
            case DISK -> PARTITION_TABLES;
            case DIR, ISCSI, ISCSI_DIRECT, SCSI, MPATH, RBD, SHEEPDOG, GLUSTER, ZFS, VSTORAGE ->
                    List.of();
        };
    }

    /// The formats that a volume may have; empty if there are none.
    List<String> volumeFormats() {
        return switch (this) {
            case DIR, FS, NETFS, RBD, GLUSTER, VSTORAGE -> IMAGES;
            case DISK -> PARTITIONS;
            case LOGICAL, ISCSI, ISCSI_DIRECT, SCSI, MPATH, SHEEPDOG, ZFS -> List.of();
        };
    }

    /// The format of a volume of which nothing is said.
    String standardVolumeFormat() {
        return this == DISK ? "none" : "raw";
    }
}
