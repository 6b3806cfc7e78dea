/// The answering end of a connection.
///
/// Read [RpcServer] first: it listens, and its reader loops cut the bytes of all connections into
/// frames. [ServerConnection] is one client. Who answers comes from outside: a [SessionFactory]
/// makes a [ClientSession] for every connection, which knows a [ProgramHandler] for each program;
/// its [Procedure]s say where they run.
///
/// A call that only reads published state is answered by the reader itself; every other call gets a
/// virtual thread. A reader never waits for anything but its sockets.
@NullMarked
package dev.jvirt.rpc.server;

import org.jspecify.annotations.NullMarked;
