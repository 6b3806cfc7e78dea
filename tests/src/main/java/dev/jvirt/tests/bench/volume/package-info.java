/// A driver for benchmarks and tests of streams: each file of the host is a volume, at `files:///`.
///
/// Our daemon finds [FileVolumes] when the classes of this room are added to its class path.
@NullMarked
package dev.jvirt.tests.bench.volume;

import org.jspecify.annotations.NullMarked;
