package dev.jvirt.api.domain;

/// How a job of a domain goes on, or ended (`virDomainJobType`).
public enum JobType {
    /// `VIR_DOMAIN_JOB_NONE` (0), since 0.7.7.
    NONE(0),
    /// `VIR_DOMAIN_JOB_BOUNDED` (1), since 0.7.7.
    BOUNDED(1),
    /// `VIR_DOMAIN_JOB_UNBOUNDED` (2), since 0.7.7.
    UNBOUNDED(2),
    /// `VIR_DOMAIN_JOB_COMPLETED` (3), since 0.7.7.
    COMPLETED(3),
    /// `VIR_DOMAIN_JOB_FAILED` (4), since 0.7.7.
    FAILED(4),
    /// `VIR_DOMAIN_JOB_CANCELLED` (5), since 0.7.7.
    CANCELLED(5);

    private final int code;

    JobType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#NONE] if a newer peer sends one that is not
    /// known here.
    public static JobType of(int code) {
        for (JobType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return NONE;
    }
}
