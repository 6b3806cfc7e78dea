package dev.jvirt.api.domain;

/// Why a disk stopped (`virDomainDiskErrorCode`).
public enum DiskErrorCode {
    /// `VIR_DOMAIN_DISK_ERROR_NONE` (0), since 0.9.10.
    NONE(0),
    /// `VIR_DOMAIN_DISK_ERROR_UNSPEC` (1), since 0.9.10.
    UNSPEC(1),
    /// `VIR_DOMAIN_DISK_ERROR_NO_SPACE` (2), since 0.9.10.
    NO_SPACE(2);

    private final int code;

    DiskErrorCode(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNSPEC] if a newer peer sends one that is not
    /// known here.
    public static DiskErrorCode of(int code) {
        for (DiskErrorCode value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNSPEC;
    }
}
