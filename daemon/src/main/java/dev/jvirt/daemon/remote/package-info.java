/// The remote program: turns what clients send into calls of the public API.
///
/// Read [RemoteSession] first: it is what the daemon keeps for one client, with the [Connection]
/// that the client opened. [RemoteProgram] finds the family of a procedure; each family has a class
/// ([DomainProgram], [NetworkProgram], ...) that mirrors its calls, one or two lines for each.
@NullMarked
package dev.jvirt.daemon.remote;

import org.jspecify.annotations.NullMarked;
