package dev.jvirt.tests.bench;

import java.util.List;

/// The middle of some measurements, and where the middle half of them lies.
record Quartiles(double low, double median, double high) {
    static Quartiles of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(List<Double> sorted, double share) {
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        double part = position - below;
        return sorted.get(below) * (1 - part) + sorted.get(above) * part;
    }
}
