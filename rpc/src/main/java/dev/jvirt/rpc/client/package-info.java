/// The calling end of a connection.
///
/// Read [RpcClient] first: any thread may call, and the one that waits reads the socket itself.
/// [Transport] is the byte pipe below, [LayeredTransport] one that may encrypt, [ClientStream] a
/// stream that a call opened. Nothing here depends on what is called: [RpcCaller] is all that the
/// generated stubs know.
@NullMarked
package dev.jvirt.rpc.client;

import org.jspecify.annotations.NullMarked;
