package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.xdr.XdrCodec;

/// Makes calls: sends arguments and waits for the reply.
public interface RpcCaller {
    /// Calls a procedure.
    ///
    /// @throws RpcException the error that the peer answered with, or why the call could not be
    /// made
    <A, R> R call(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            XdrCodec<R> replyCodec);
}
