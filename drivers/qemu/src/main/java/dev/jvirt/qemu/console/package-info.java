/// Consoles of running domains, as streams of bytes.
///
/// Read [DomainConsole] first: it finds the device and opens its host end. A [ConsoleSession] is
/// one open console; the [ConsoleSessions] of a domain see to it that a console has one reader, and
/// end with the guest.
@NullMarked
package dev.jvirt.qemu.console;

import org.jspecify.annotations.NullMarked;
