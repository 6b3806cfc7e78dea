package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.Optional;

/// The identity of the host, and how much the kernel's audit trail and Open vSwitch are told.
///
/// @param uuid in place of the one of the hardware
/// @param uuidSource `smbios` or `machine-id`
/// @param auditLevel 0: no audit trail, 1: if the host has one, 2: required
/// @param auditLogging whether its messages are logged too
/// @param ovsTimeout seconds that ovs-vsctl may take
public record HostConfig(
        Optional<String> uuid,
        Optional<String> uuidSource,
        int auditLevel,
        boolean auditLogging,
        int ovsTimeout) {
    private static final int DEFAULT_OVS_TIMEOUT = 5;

    static HostConfig read(ConfigReader reader) {
        Optional<String> uuid = reader.text("host_uuid");
        if (uuid.isPresent() && !isUuid(uuid.get())) {
            throw reader.refuse("host_uuid", "invalid host UUID: %s".formatted(uuid.get()));
        }
        Optional<String> source = reader.text("host_uuid_source");
        switch (source.orElse("smbios")) {
            case "smbios", "machine-id" -> {}
            default ->
                    throw reader.refuse(
                            "host_uuid_source",
                            "invalid UUID source: %s".formatted(source.orElse("")));
        }
        return new HostConfig(
                uuid,
                source,
                reader.unsigned("audit_level", 1),
                reader.bool("audit_logging", false),
                reader.unsigned("ovs_timeout", DEFAULT_OVS_TIMEOUT));
    }

    /// 32 hexadecimal digits that are not all alike; hyphens anywhere between them.
    private static boolean isUuid(String text) {
        String digits = text.strip().replace("-", "");
        if (digits.length() != 32) {
            return false;
        }
        boolean alike = true;
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0) {
                return false;
            }
            alike &= digits.charAt(i) == digits.charAt(0);
        }
        return !alike;
    }
}
