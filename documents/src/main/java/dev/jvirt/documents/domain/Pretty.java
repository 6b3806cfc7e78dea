package dev.jvirt.documents.domain;

/// A size in the largest unit in which it is a whole number.
record Pretty(long value, String unit) {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    static Pretty of(long bytes) {
        long value = bytes;
        int unit = 0;
        while (value != 0 && value % 1024 == 0 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return new Pretty(value, UNITS[unit]);
    }
}
