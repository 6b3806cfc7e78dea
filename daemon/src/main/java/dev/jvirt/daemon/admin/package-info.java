/// The admin program: looks at and changes the running daemon.
///
/// [ManagedDaemon] is what it may touch; [AdminService] lets in only who runs the daemon;
/// [AdminProgram] answers the calls.
@NullMarked
package dev.jvirt.daemon.admin;

import org.jspecify.annotations.NullMarked;
