package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Side;
import java.util.Set;

/// One kind of measurement.
interface Experiment {
    /// The word that selects it.
    String name();

    /// One line for `bin/bench help`.
    String summary();

    /// Measures and prints.
    ///
    /// @param sides whose daemons are there
    void run(Set<Side> sides, Table table);
}
