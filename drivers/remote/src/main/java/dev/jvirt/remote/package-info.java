/// The driver that is a client: it takes every URI that no driver before it took, and forwards
/// every call to a daemon.
///
/// [RemoteDriver] reads the URI as a [RemoteTarget], finds the [DaemonSocket] (and starts a session
/// daemon with [DaemonLauncher] if need be), then [Authentication] says who the user is and
/// [Handshake] introduces the client. From there on
/// [RemoteHostDriver], [RemoteDomainDriver] and [RemoteNetworkDriver] turn an API call into a wire
/// call each; they are the mirror of the daemon's programs. Errors are translated in one place,
/// [RemoteCaller].
@NullMarked
package dev.jvirt.remote;

import org.jspecify.annotations.NullMarked;
