/// libvirt's remote procedure calls: what both ends of a connection share.
///
/// A connection carries frames (package `frame`) whose payloads are XDR (package `xdr`). Package
/// `client` is the calling end, package `server` the answering one. An error travels as [RpcError]
/// and is thrown as [RpcException]; nothing here knows the public API, so both ends translate. What
/// only the host can do (who is the peer, passing descriptors) comes in through [SocketHost].
@NullMarked
package dev.jvirt.rpc;

import org.jspecify.annotations.NullMarked;
