package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.ErrorLevel;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcCaller;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.xdr.XdrCodec;

/// Makes calls and turns the errors of the wire into those of the API.
public final class RemoteCaller implements RpcCaller {
    private final RpcClient client;

    public RemoteCaller(RpcClient client) {
        this.client = client;
    }

    @Override
    public <A, R> R call(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            XdrCodec<R> replyCodec) {
        try {
            return client.call(program, version, procedure, argsCodec, args, replyCodec);
        } catch (RpcException e) {
            throw translate(e);
        }
    }

    /// Makes a call of the remote program that opens a stream.
    <A> RemoteStream openStream(int procedure, XdrCodec<A> argsCodec, A args) {
        try {
            return new RemoteStream(
                    client.openStream(
                            Program.REMOTE.number(),
                            Program.REMOTE.version(),
                            procedure,
                            argsCodec,
                            args,
                            EmptyCodec.INSTANCE));
        } catch (RpcException e) {
            throw translate(e);
        }
    }

    static LibvirtException translate(RpcException e) {
        RpcError error = e.error();
        String message = error.message() == null ? "Unknown error" : error.message();
        ErrorDomain domain = ErrorDomain.of(error.domain());
        return new LibvirtException(
                domain,
                isUnknownProcedure(error, message)
                        ? ErrorCode.NO_SUPPORT
                        : ErrorCode.of(error.code()),
                ErrorLevel.of(error.level()),
                message,
                error.str1(),
                error.str2(),
                error.str3(),
                error.int1(),
                error.int2(),
                e);
    }

    /// How a daemon says that it is older than the call.
    private static boolean isUnknownProcedure(RpcError error, String message) {
        return error.code() == ErrorCode.RPC.code()
                && (error.domain() == ErrorDomain.RPC.code()
                        || error.domain() == ErrorDomain.REMOTE.code())
                && error.level() == ErrorLevel.ERROR.code()
                && message.startsWith("unknown procedure");
    }
}
