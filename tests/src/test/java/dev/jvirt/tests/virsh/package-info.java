/// Our virsh beside C's: the same line, the same daemon, and everything that both print.
///
/// [CommandLines] reads lines from the `*.txt` files beside this package's resources, one file for
/// a group of commands. A line is what stands behind `virsh -c URI`, as one argument: several
/// commands are parted by `;`. Each line is run for itself, in the world as it is before anybody
/// touched it, so lines do not depend on each other and their order means nothing.
///
/// To add a line, write it into the file of its group:
///
/// - `{a,b,}` stands for several lines, one with each of the alternatives;
/// - `# worlds: c-daemon` says that the lines of the file are run in that world only;
/// - `-q ` or `-r ` at the beginning is an option of the program;
/// - `# ...` is a comment, an empty line means nothing;
/// - `<<< text` at the end is what virsh reads from standard input (`\n` ends a line of it);
/// - files that a line names stand in the folder `files` beside the resources; each run has its own
/// copies as its current folder, which `HERE` stands for in a line. Files that a line makes there
/// are compared as well.
///
/// [DifferentialTest] runs each line with both virshs, each of them connected to C's daemon; if
/// asked for, also with a test driver in its own process, and with our daemon. Output, errors and
/// exit status have to be the same, once [Volatile] has taken out what no two runs have in common.
/// What is meant to differ stands in `docs/virsh-differences.md` with its reason; a difference told
/// there that is gone fails as well.
@NullMarked
package dev.jvirt.tests.virsh;

import org.jspecify.annotations.NullMarked;
