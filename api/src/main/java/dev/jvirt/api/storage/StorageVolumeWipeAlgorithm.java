package dev.jvirt.api.storage;

/// How the bytes of a storage volume are overwritten (`virStorageVolWipeAlgorithm`).
public enum StorageVolumeWipeAlgorithm {
    /// `VIR_STORAGE_VOL_WIPE_ALG_ZERO` (0), since 0.9.10.
    ZERO(0),
    /// `VIR_STORAGE_VOL_WIPE_ALG_NNSA` (1), since 0.9.10.
    NNSA(1),
    /// `VIR_STORAGE_VOL_WIPE_ALG_DOD` (2), since 0.9.10.
    DOD(2),
    /// `VIR_STORAGE_VOL_WIPE_ALG_BSI` (3), since 0.9.10.
    BSI(3),
    /// `VIR_STORAGE_VOL_WIPE_ALG_GUTMANN` (4), since 0.9.10.
    GUTMANN(4),
    /// `VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER` (5), since 0.9.10.
    SCHNEIER(5),
    /// `VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7` (6), since 0.9.10.
    PFITZNER7(6),
    /// `VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33` (7), since 0.9.10.
    PFITZNER33(7),
    /// `VIR_STORAGE_VOL_WIPE_ALG_RANDOM` (8), since 0.9.10.
    RANDOM(8),
    /// `VIR_STORAGE_VOL_WIPE_ALG_TRIM` (9), since 1.3.2.
    TRIM(9);

    private final int code;

    StorageVolumeWipeAlgorithm(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }
}
