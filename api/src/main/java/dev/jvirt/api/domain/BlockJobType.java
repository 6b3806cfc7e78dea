package dev.jvirt.api.domain;

/// What a job does to a disk (`virDomainBlockJobType`).
public enum BlockJobType {
    /// `VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN` (0), since 0.9.4.
    UNKNOWN(0),
    /// `VIR_DOMAIN_BLOCK_JOB_TYPE_PULL` (1), since 0.9.4.
    PULL(1),
    /// `VIR_DOMAIN_BLOCK_JOB_TYPE_COPY` (2), since 0.9.12.
    COPY(2),
    /// `VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT` (3), since 0.10.2.
    COMMIT(3),
    /// `VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT` (4), since 1.2.6.
    ACTIVE_COMMIT(4),
    /// `VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP` (5), since 6.0.0.
    BACKUP(5);

    private final int code;

    BlockJobType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static BlockJobType of(int code) {
        for (BlockJobType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
