/// The commands that take long, and those about such jobs: saving, dumping, migrating, copying
/// disks.
///
/// [WatchedJob] runs a call beside the display of how far it is, and abandons the job when the user
/// interrupts the command. [JobCommandTable] finds the command of a name.
@NullMarked
package dev.jvirt.virsh.job;

import org.jspecify.annotations.NullMarked;
