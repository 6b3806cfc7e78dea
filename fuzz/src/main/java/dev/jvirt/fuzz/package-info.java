/// Fuzzing: everything in jvirt that takes bytes of strangers, fed with bytes that nobody meant.
///
/// A [FuzzTarget] is one such place, with the exceptions by which it may refuse an input; whatever
/// else comes out of it is a finding. [FuzzTargets] lists them, group by group: [WireTargets],
/// [ConversationTargets], [DocumentTargets], [TextTargets]. [Fuzzing] is the door through which
/// Jazzer comes in; the tests of this room use the same targets with inputs that are always the
/// same. [FuzzCommand] is the Java part of `bin/fuzz`.
@NullMarked
package dev.jvirt.fuzz;

import org.jspecify.annotations.NullMarked;
