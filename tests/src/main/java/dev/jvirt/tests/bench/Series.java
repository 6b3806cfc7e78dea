package dev.jvirt.tests.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measurements of one side, in the order in which they were made.
final class Series {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void clear() {
        values.clear();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<Double> values() {
        return Collections.unmodifiableList(values);
    }

    /// What this side needed for each that the other needed at the same time.
    List<Double> ratiosTo(Series other) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return ratios;
    }
}
