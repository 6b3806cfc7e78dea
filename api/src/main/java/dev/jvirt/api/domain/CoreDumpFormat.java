package dev.jvirt.api.domain;

import java.util.Optional;

/// How a dump of a domain's memory is written (`virDomainCoreDumpFormat`).
public enum CoreDumpFormat {
    /// `VIR_DOMAIN_CORE_DUMP_FORMAT_RAW` (0), since 1.2.3.
    RAW(0),
    /// `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB` (1), since 1.2.3.
    KDUMP_ZLIB(1),
    /// `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO` (2), since 1.2.3.
    KDUMP_LZO(2),
    /// `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY` (3), since 1.2.3.
    KDUMP_SNAPPY(3),
    /// `VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP` (4), since 7.4.0.
    WIN_DMP(4);

    private final int code;

    CoreDumpFormat(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if there is none.
    public static Optional<CoreDumpFormat> of(int code) {
        for (CoreDumpFormat value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
