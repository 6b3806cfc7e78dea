package dev.jvirt.documents.xml;

import java.util.Optional;
import java.util.UUID;

/// UUIDs as libvirt reads them: 32 hexadecimal digits, hyphens and blanks around them do not count.
public final class Uuids {
    private static final int DIGITS = 32;

    private Uuids() {}

    /// The UUID a text stands for.
    public static Optional<UUID> parse(String text) {
        long high = 0;
        long low = 0;
        int digits = 0;
        String trimmed = text.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c == '-') {
                continue;
            }
            int digit = Character.digit(c, 16);
            if (digit < 0 || digits == DIGITS) {
                return Optional.empty();
            }
            if (digits < DIGITS / 2) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
            digits++;
        }
        return digits == DIGITS ? Optional.of(new UUID(high, low)) : Optional.empty();
    }
}
