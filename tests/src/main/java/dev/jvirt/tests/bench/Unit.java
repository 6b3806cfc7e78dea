package dev.jvirt.tests.bench;

import java.util.Locale;

/// How a kind of measurement is printed.
enum Unit {
    MICROSECONDS("us", 1e-3),
    MILLISECONDS("ms", 1e-6),
    SECONDS("s", 1e-9),
    PER_SECOND("/s", 1),
    KIBIBYTES("KiB", 1),
    MEBIBYTES("MiB", 1.0 / 1024),
    MEBIBYTES_PER_SECOND("MiB/s", 1.0 / (1 << 20));

    private final String symbol;
    private final double factor;

    /// @param factor from what is measured: nanoseconds, kibibytes, times or bytes a second
    Unit(String symbol, double factor) {
        this.symbol = symbol;
        this.factor = factor;
    }

    String format(double value) {
        return number(value) + " " + symbol;
    }

    String number(double value) {
        double scaled = value * factor;
        String pattern = scaled < 10 ? "%.2f" : scaled < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, pattern, scaled);
    }
}
