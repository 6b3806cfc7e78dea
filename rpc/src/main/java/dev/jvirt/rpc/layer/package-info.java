/// What may stand between the frames of a connection and the bytes that travel: TLS, or the
/// security layer of a SASL mechanism.
///
/// A [ByteLayer] only turns content into packets and packets into content; it reads and writes
/// nothing. [UnwrappingSource] reads frames' bytes through one, [WrappingSink] writes them through
/// one; both keep what is midway. The client puts a layer around its socket with
/// [dev.jvirt.rpc.client.LayeredTransport], the server with
/// [dev.jvirt.rpc.server.IncomingCall#layerAfterReply] in the midst of a connection: the reply
/// still goes in the clear, everything behind it through the layer. Bytes of the peer that were
/// read before and belong to no message yet were not protected, so they end the connection.
///
/// Without a layer nothing of this is loaded or asked: sockets are read and written directly.
@NullMarked
package dev.jvirt.rpc.layer;

import org.jspecify.annotations.NullMarked;
