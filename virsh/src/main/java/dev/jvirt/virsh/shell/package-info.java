/// A shell of commands, as virsh and virt-admin are: the grammar, the options, the help and the
/// texts of errors that both have in common.
///
/// [Shell] runs what a line says. A line is cut into words by a [WordSource], and [CommandParser]
/// looks the first word up in the [CommandTable] and gives the others to the [Option]s of that
/// [Command]; the outcome, [Words], is what a [Handler] gets. A handler prints through [Output] and
/// fails with a [CommandFailure].
@NullMarked
package dev.jvirt.virsh.shell;

import org.jspecify.annotations.NullMarked;
