package dev.jvirt.virsh.object;

import java.util.Locale;

/// An amount of bytes as people like to read it.
public final class Capacity {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Capacity() {}

    /// In the largest unit of which there is one at least, with two digits behind the point.
    ///
    /// @param bytes to be taken as an unsigned number
    public static String of(long bytes) {
        return text(bytes, "%.2f %s");
    }

    /// The same with three digits behind the point.
    public static String precise(long bytes) {
        return text(bytes, "%.3f %s");
    }

    private static String text(long bytes, String format) {
        double value = bytes >= 0 ? bytes : (bytes >>> 1) * 2.0;
        int unit = 0;
        while (unit < UNITS.length - 1 && value >= 1024) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, format, value, UNITS[unit]);
    }
}
