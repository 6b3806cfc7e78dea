/// Clients under load, for `bin/bench client`: the same calls through our library and through
/// libvirt-java.
///
/// [Turns] is what both do, and what `calls turns` and `calls.py` do in C and in Python: prints
/// "ready", then reads milliseconds, a line each, calls for so long, and prints how often.
@NullMarked
package dev.jvirt.benchmarks.client;

import org.jspecify.annotations.NullMarked;
