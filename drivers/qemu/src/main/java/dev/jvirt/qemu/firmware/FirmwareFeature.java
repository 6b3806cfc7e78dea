package dev.jvirt.qemu.firmware;

import java.util.Optional;

/// What a firmware can do, or needs.
public enum FirmwareFeature {
    ACPI_S3("acpi-s3"),
    ACPI_S4("acpi-s4"),
    AMD_SEV("amd-sev"),
    AMD_SEV_ES("amd-sev-es"),
    ENROLLED_KEYS("enrolled-keys"),
    REQUIRES_SMM("requires-smm"),
    SECURE_BOOT("secure-boot"),
    VERBOSE_DYNAMIC("verbose-dynamic"),
    VERBOSE_STATIC("verbose-static");

    private final String text;

    FirmwareFeature(String text) {
        this.text = text;
    }

    /// The name in descriptors.
    public String text() {
        return text;
    }

    /// The feature of that name; nothing if it is one of a later version.
    public static Optional<FirmwareFeature> of(String text) {
        for (FirmwareFeature feature : values()) {
            if (feature.text.equals(text)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
