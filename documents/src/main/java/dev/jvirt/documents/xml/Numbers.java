package dev.jvirt.documents.xml;

import java.util.OptionalLong;

/// Numbers as C's `strtol` family reads them: leading blanks and a sign are fine, anything after
/// the digits is not.
public final class Numbers {
    private Numbers() {}

    /// The number a text stands for.
    ///
    /// @param base 10, 16 (an `0x` in front is allowed), or 0 for C's rule (`0x` hexadecimal, `0`
    /// octal)
    public static OptionalLong parse(String text, int base) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        boolean negative = text.startsWith("-", at);
        if (negative || text.startsWith("+", at)) {
            at++;
        }
        int radix = base;
        if (base != 10 && text.regionMatches(true, at, "0x", 0, 2)) {
            at += 2;
            radix = 16;
        } else if (base == 0) {
            radix = text.startsWith("0", at) && text.length() > at + 1 ? 8 : 10;
        }
        return digits(text, at, radix, negative);
    }

    private static OptionalLong digits(String text, int from, int radix, boolean negative) {
        if (from >= text.length()) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0 || value > (Long.MAX_VALUE - digit) / radix) {
                return OptionalLong.empty();
            }
            value = value * radix + digit;
        }
        return OptionalLong.of(negative ? -value : value);
    }
}
