package dev.jvirt.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which host this is, for capabilities and migration.
public final class HostUuid {
    private static final UUID MADE_UP = UUID.randomUUID();

    private static final List<String> SMBIOS =
            List.of("sys/devices/virtual/dmi/id/product_uuid", "sys/class/dmi/id/product_uuid");

    private HostUuid() {}

    /// Where it is taken from: `host_uuid_source` of libvirtd.conf.
    public enum Source {
        SMBIOS,
        MACHINE_ID
    }

    /// What the source says; otherwise one that was made up when this process started.
    ///
    /// @param root where `/sys` and `/etc` are looked for
    public static UUID read(Path root, Source source) {
        return switch (source) {
            case SMBIOS -> firmware(root).orElse(MADE_UP);
            case MACHINE_ID -> file(root.resolve("etc/machine-id")).orElse(MADE_UP);
        };
    }

    private static Optional<UUID> firmware(Path root) {
        return SMBIOS.stream()
                .map(name -> file(root.resolve(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<UUID> file(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// A UUID with hyphens or without, unless all its bytes are the same: so write vendors who do
    /// not know.
    public static Optional<UUID> parse(String text) {
        String digits = text.strip().replace("-", "").replace(" ", "");
        if (digits.length() != 32 || !digits.chars().allMatch(HostUuid::isHex)) {
            return Optional.empty();
        }
        if (digits.equals(digits.substring(0, 2).repeat(16))) {
            return Optional.empty();
        }
        return Optional.of(
                new UUID(
                        Long.parseUnsignedLong(digits.substring(0, 16), 16),
                        Long.parseUnsignedLong(digits.substring(16), 16)));
    }

    private static boolean isHex(int digit) {
        return digit < 128 && Character.digit(digit, 16) >= 0;
    }
}
