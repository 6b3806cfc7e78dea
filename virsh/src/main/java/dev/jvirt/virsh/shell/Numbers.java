package dev.jvirt.virsh.shell;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads numbers as C's `strtol` does when the whole text must be one: blanks in front and a sign
/// are fine.
public final class Numbers {
    private static final long UNSIGNED_INT_MAX = 0xffff_ffffL;

    private Numbers() {}

    /// A number that fits into an int; empty if the text is none.
    ///
    /// @param base 10, or 0 to let `0x` mean base 16 and `0` in front base 8
    public static OptionalInt toInt(String text, int base) {
        OptionalLong number = read(text, base);
        if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    /// A number from 0 to 2^32-1; empty if the text is none.
    public static OptionalLong toUnsignedInt(String text) {
        OptionalLong number = read(text, 10);
        boolean fits =
                number.isPresent()
                        && number.getAsLong() >= 0
                        && number.getAsLong() <= UNSIGNED_INT_MAX
                        && text.indexOf('-') < 0;
        return fits ? number : OptionalLong.empty();
    }

    /// A number from 0 to 2^64-1, to be taken as an unsigned one; empty if the text is none.
    public static OptionalLong toUnsignedLong(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        start += text.startsWith("+", start) ? 1 : 0;
        String digits = text.substring(start);
        if (digits.isEmpty() || !isDigit(digits.charAt(0), 10)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// A number of 64 bits; empty if the text is none.
    public static OptionalLong toLong(String text) {
        return read(text, 10);
    }

    /// A number from 0 to 2^64-1, or a negative one, which is taken as one that is as far below
    /// 2^64; empty if the text is none.
    public static OptionalLong toWrapped(String text) {
        OptionalLong unsigned = toUnsignedLong(text);
        return unsigned.isPresent() ? unsigned : toLong(text);
    }

    private static OptionalLong read(String text, int base) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        boolean negative = text.startsWith("-", start);
        if (negative || text.startsWith("+", start)) {
            start++;
        }
        int radix = base == 0 ? 10 : base;
        if (base == 0 && text.regionMatches(true, start, "0x", 0, 2)) {
            radix = 16;
            start += 2;
        } else if (base == 0 && text.startsWith("0", start)) {
            radix = 8;
        }
        String digits = text.substring(start);
        if (digits.isEmpty() || !isDigit(digits.charAt(0), radix)) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(digits, radix);
            return OptionalLong.of(negative ? -value : value);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }
}
