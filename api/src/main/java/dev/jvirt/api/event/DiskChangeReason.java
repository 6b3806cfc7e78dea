package dev.jvirt.api.event;

/// Why the medium of a disk changed (`virConnectDomainEventDiskChangeReason`).
public enum DiskChangeReason {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START` (0), since 0.9.7.
    CHANGE_MISSING_ON_START(0),
    /// `VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START` (1), since 1.1.2.
    DROP_MISSING_ON_START(1);

    private final int code;

    DiskChangeReason(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static DiskChangeReason of(int code) {
        for (DiskChangeReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
