/// Benchmarks: what a user waits for, ours beside C libvirt's.
///
/// [Bench] is the program. Each experiment ([RpcBench], [StartupBench], [GuestsBench],
/// [StarvationBench]) lets both daemons do the same in turns, so that whatever else happens on the
/// machine happens to both, and fills a [Table] with medians, quartiles and ratios of neighbours.
@NullMarked
package dev.jvirt.tests.bench;

import org.jspecify.annotations.NullMarked;
