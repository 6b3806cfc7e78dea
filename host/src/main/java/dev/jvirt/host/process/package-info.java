/// Other programs: how they are started, watched and ended.
///
/// Read [ProgramStart] first: everything that can be said about a program that is to be started. A
/// [ChildProcess] was started by us, and we learn how it ended; a [ForeignProcess] was there before
/// us, such as a QEMU that outlived its daemon. Both are held by a process descriptor, so that a
/// signal never hits another process that got the same number.
@NullMarked
package dev.jvirt.host.process;

import org.jspecify.annotations.NullMarked;
