package dev.jvirt.api.domain;

/// Which part of the metadata of a domain or a network is meant (`virDomainMetadataType`).
public enum MetadataType {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_METADATA_DESCRIPTION` (0), since 0.9.10.
    DESCRIPTION(0),
    /// `VIR_DOMAIN_METADATA_TITLE` (1), since 0.9.10.
    TITLE(1),
    /// `VIR_DOMAIN_METADATA_ELEMENT` (2), since 0.9.10.
    ELEMENT(2);

    private final int code;

    MetadataType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static MetadataType of(int code) {
        for (MetadataType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
