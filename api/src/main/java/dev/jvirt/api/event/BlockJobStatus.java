package dev.jvirt.api.event;

/// What became of a job on a disk (`virConnectDomainEventBlockJobStatus`).
public enum BlockJobStatus {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_BLOCK_JOB_COMPLETED` (0), since 0.9.4.
    COMPLETED(0),
    /// `VIR_DOMAIN_BLOCK_JOB_FAILED` (1), since 0.9.4.
    FAILED(1),
    /// `VIR_DOMAIN_BLOCK_JOB_CANCELED` (2), since 0.9.12.
    CANCELED(2),
    /// `VIR_DOMAIN_BLOCK_JOB_READY` (3), since 1.0.0.
    READY(3);

    private final int code;

    BlockJobStatus(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static BlockJobStatus of(int code) {
        for (BlockJobStatus value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
