package dev.jvirt.api.network;

import java.util.Optional;

/// What users may note down about a network (`virNetworkMetadataType`).
public enum NetworkMetadataType {
    /// `VIR_NETWORK_METADATA_DESCRIPTION` (0), since 9.7.0.
    DESCRIPTION(0),
    /// `VIR_NETWORK_METADATA_TITLE` (1), since 9.7.0.
    TITLE(1),
    /// `VIR_NETWORK_METADATA_ELEMENT` (2), since 9.7.0.
    ELEMENT(2);

    private final int code;

    NetworkMetadataType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if a newer peer sends one that is not known
    /// here.
    public static Optional<NetworkMetadataType> of(int code) {
        for (NetworkMetadataType value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
