package dev.jvirt.remote;

import dev.jvirt.api.OpenFile;
import dev.jvirt.bridge.Errors;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcCaller;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.util.List;

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
            throw Errors.local(e);
        }
    }

    /// Makes one call that files travel with.
    FilePassing passing(List<OpenFile> files) {
        return new FilePassing(this, client, files);
    }

    /// A stream, and what the call that opened it returned.
    record Opened<R>(RemoteStream stream, R reply) {}

    /// Makes a call of the remote program that opens a stream and has a result.
    <A, R> Opened<R> openStream(
            int procedure, XdrCodec<A> argsCodec, A args, XdrCodec<R> replyCodec) {
        try {
            var opened =
                    client.openStreamWithReply(
                            Program.REMOTE.number(),
                            Program.REMOTE.version(),
                            procedure,
                            argsCodec,
                            args,
                            replyCodec);
            return new Opened<>(new RemoteStream(opened.stream()), opened.reply());
        } catch (RpcException e) {
            throw Errors.local(e);
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
            throw Errors.local(e);
        }
    }
}
