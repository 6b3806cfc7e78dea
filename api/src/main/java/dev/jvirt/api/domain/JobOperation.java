package dev.jvirt.api.domain;

/// What a job of a domain is about (`virDomainJobOperation`).
public enum JobOperation {
    /// `VIR_DOMAIN_JOB_OPERATION_UNKNOWN` (0), since 3.3.0.
    UNKNOWN(0),
    /// `VIR_DOMAIN_JOB_OPERATION_START` (1), since 3.3.0.
    START(1),
    /// `VIR_DOMAIN_JOB_OPERATION_SAVE` (2), since 3.3.0.
    SAVE(2),
    /// `VIR_DOMAIN_JOB_OPERATION_RESTORE` (3), since 3.3.0.
    RESTORE(3),
    /// `VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN` (4), since 3.3.0.
    MIGRATION_IN(4),
    /// `VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT` (5), since 3.3.0.
    MIGRATION_OUT(5),
    /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT` (6), since 3.3.0.
    SNAPSHOT(6),
    /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT` (7), since 3.3.0.
    SNAPSHOT_REVERT(7),
    /// `VIR_DOMAIN_JOB_OPERATION_DUMP` (8), since 3.3.0.
    DUMP(8),
    /// `VIR_DOMAIN_JOB_OPERATION_BACKUP` (9), since 6.0.0.
    BACKUP(9),
    /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE` (10), since 9.0.0.
    SNAPSHOT_DELETE(10);

    private final int code;

    JobOperation(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static JobOperation of(int code) {
        for (JobOperation value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
