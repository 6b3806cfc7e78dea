package dev.jvirt.virsh.shell;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;

/// A size with a suffix: `k` or `KiB` count in powers of 1024, `KB` in powers of 1000.
public final class ScaledNumber {
    private static final String PREFIXES = "kmgtpe";

    private ScaledNumber() {}

    /// The number times what its suffix says.
    ///
    /// @param scale for a number without a suffix
    /// @throws NumberFormatException if it is no number or too large; its cause is libvirt's error
    /// for a suffix that does not exist
    public static long parse(String text, long scale) {
        long number = parseUnsigned(text, scale);
        if (number < 0) {
            throw tooLarge(text);
        }
        return number;
    }

    /// The same up to 2^64-1, to be taken as an unsigned number.
    public static long parseUnsigned(String text, long scale) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        start += text.startsWith("+", start) ? 1 : 0;
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        long number = Long.parseUnsignedLong(text.substring(start, end));
        String suffix = text.substring(end);
        long factor = suffix.isEmpty() ? scale : factor(suffix);
        if (Math.unsignedMultiplyHigh(number, factor) != 0) {
            throw tooLarge(text);
        }
        return number * factor;
    }

    private static NumberFormatException tooLarge(String text) {
        var overflow = new NumberFormatException(text);
        overflow.initCause(new LibvirtException(ErrorCode.OVERFLOW, "value too large: " + text));
        return overflow;
    }

    private static long factor(String suffix) {
        if (suffix.equalsIgnoreCase("b")
                || suffix.equalsIgnoreCase("byte")
                || suffix.equalsIgnoreCase("bytes")) {
            return 1;
        }
        int power = PREFIXES.indexOf(Character.toLowerCase(suffix.charAt(0))) + 1;
        String rest = suffix.substring(1);
        long base = 0;
        if (rest.isEmpty() || rest.equalsIgnoreCase("ib")) {
            base = 1024;
        } else if (rest.equalsIgnoreCase("b")) {
            base = 1000;
        }
        if (power == 0 || base == 0) {
            var unknown = new NumberFormatException(suffix);
            unknown.initCause(
                    new LibvirtException(ErrorCode.INVALID_ARG, "unknown suffix '" + suffix + "'"));
            throw unknown;
        }
        long factor = 1;
        for (int i = 0; i < power; i++) {
            factor *= base;
        }
        return factor;
    }
}
