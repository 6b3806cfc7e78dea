package dev.jvirt.api.domain;

/// How far the measuring of a dirty rate is (`virDomainDirtyRateStatus`).
public enum DirtyRateStatus {
    /// `VIR_DOMAIN_DIRTYRATE_UNSTARTED` (0), since 7.2.0.
    UNSTARTED(0),
    /// `VIR_DOMAIN_DIRTYRATE_MEASURING` (1), since 7.2.0.
    MEASURING(1),
    /// `VIR_DOMAIN_DIRTYRATE_MEASURED` (2), since 7.2.0.
    MEASURED(2);

    private final int code;

    DirtyRateStatus(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNSTARTED] if a newer peer sends one that is
    /// not known here.
    public static DirtyRateStatus of(int code) {
        for (DirtyRateStatus value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNSTARTED;
    }
}
