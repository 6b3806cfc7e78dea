package dev.jvirt.api.host;

/// What a secret is for (`virSecretUsageType`).
public enum SecretUsageType {
    /// `VIR_SECRET_USAGE_TYPE_NONE` (0), since 0.7.1.
    NONE(0),
    /// `VIR_SECRET_USAGE_TYPE_VOLUME` (1), since 0.7.1.
    VOLUME(1),
    /// `VIR_SECRET_USAGE_TYPE_CEPH` (2), since 0.9.7.
    CEPH(2),
    /// `VIR_SECRET_USAGE_TYPE_ISCSI` (3), since 1.0.4.
    ISCSI(3),
    /// `VIR_SECRET_USAGE_TYPE_TLS` (4), since 2.3.0.
    TLS(4),
    /// `VIR_SECRET_USAGE_TYPE_VTPM` (5), since 5.6.0.
    VTPM(5);

    private final int code;

    SecretUsageType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#NONE] if a newer peer sends one that is not
    /// known here.
    public static SecretUsageType of(int code) {
        for (SecretUsageType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return NONE;
    }
}
