package dev.jvirt.virsh;

import java.util.Optional;
import java.util.UUID;

/// Reads UUIDs as generously as libvirt: dashes and blanks may stand between any two bytes.
public final class Uuids {
    /// The length of a UUID in its usual form; names of that length are tried as one.
    public static final int LENGTH = 36;

    private static final int DIGITS = 32;

    private Uuids() {}

    public static Optional<UUID> parse(String text) {
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separator = c == '-' && digits < DIGITS || c == ' ';
            if (separator && digits % 2 == 0) {
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
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
