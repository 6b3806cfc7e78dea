/// Benchmarks: what a user waits for, ours beside C libvirt's.
///
/// [Bench] is the program. Each [Experiment] lets both sides do the same in turns, so that whatever
/// else happens on the machine happens to both, and fills a [Table] with medians, quartiles and
/// ratios of neighbours. [Sides] are the daemons, [Calls] and [Player] the clients that load them.
@NullMarked
package dev.jvirt.tests.bench;

import org.jspecify.annotations.NullMarked;
