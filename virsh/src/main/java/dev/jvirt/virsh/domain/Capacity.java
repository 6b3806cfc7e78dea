package dev.jvirt.virsh.domain;

import java.util.Locale;

/// A number of bytes in the largest unit of which there is one at least.
///
/// @param value how many of the unit
public record Capacity(double value, String unit) {
    private static final String PREFIXES = "KMGTPE";
    private static final double STEP = 1024;

    /// @param bytes to be taken as an unsigned number
    public static Capacity of(long bytes) {
        double value = bytes >= 0 ? bytes : (bytes >>> 1) * 2.0 + (bytes & 1);
        String unit = "B";
        for (int i = 0; i < PREFIXES.length() && value >= STEP; i++) {
            value /= STEP;
            unit = PREFIXES.charAt(i) + "iB";
        }
        return new Capacity(value, unit);
    }

    /// With three digits behind the point and the unit.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f %s", value, unit);
    }
}
