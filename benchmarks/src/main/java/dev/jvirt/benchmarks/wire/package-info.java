/// Messages as bytes and back, for `bin/bench jmh`: what encoding and decoding cost in time and,
/// with `-prof gc`, in memory.
@NullMarked
package dev.jvirt.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
