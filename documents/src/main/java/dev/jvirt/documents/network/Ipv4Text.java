package dev.jvirt.documents.network;

import dev.jvirt.documents.xml.Numbers;
import java.util.Optional;
import java.util.OptionalLong;

/// IPv4 addresses as text: written as four decimal numbers, read as C's `inet_aton` reads them,
/// which knows shorter forms and other bases.
final class Ipv4Text {
    private static final int BYTES = 4;

    private Ipv4Text() {}

    static Optional<InternetAddress> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > BYTES) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            // The last number fills all bytes that are left.
            int bytes = last ? BYTES - i : 1;
            OptionalLong part = part(parts[i]);
            if (part.isEmpty() || part.getAsLong() >= 1L << 8 * bytes) {
                return Optional.empty();
            }
            value = value << 8 * bytes | part.getAsLong();
        }
        return Optional.of(InternetAddress.ipv4(value));
    }

    private static OptionalLong part(String text) {
        boolean digit = !text.isEmpty() && Character.digit(text.charAt(0), 10) >= 0;
        return digit ? Numbers.parse(text, 0) : OptionalLong.empty();
    }

    static String format(long number) {
        return (number >> 24 & 0xFF)
                + "."
                + (number >> 16 & 0xFF)
                + "."
                + (number >> 8 & 0xFF)
                + "."
                + (number & 0xFF);
    }
}
