package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.bridge.Errors;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcCaller;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.util.ArrayList;
import java.util.List;

/// Makes one call that files travel with: those given go with it and stay open here, those that
/// come back are the caller's if it takes them, and are closed if not. Used by one thread.
final class FilePassing implements RpcCaller, AutoCloseable {
    private final RemoteCaller caller;
    private final RpcClient client;
    private final List<OpenFile> files;
    private final List<OpenFile> received = new ArrayList<>();

    FilePassing(RemoteCaller caller, RpcClient client, List<OpenFile> files) {
        this.caller = caller;
        this.client = client;
        this.files = files;
    }

    @Override
    public <A, R> R call(
            int program,
            int version,
            int procedure,
            XdrCodec<A> argsCodec,
            A args,
            XdrCodec<R> replyCodec) {
        List<Integer> descriptors = files.stream().map(OpenFile::number).toList();
        checkDaemon();
        try {
            var answer =
                    client.callWithDescriptors(
                            program, version, procedure, argsCodec, args, descriptors, replyCodec);
            for (int descriptor : answer.descriptors()) {
                received.add(OpenFile.owned(descriptor, this::close));
            }
            return answer.reply();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    private void checkDaemon() {
        if (!Handshake.supports(new ConnectCallsClient(caller), Feature.FD_PASSING)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "fd passing is not supported by this connection");
        }
    }

    private void close(int descriptor) {
        client.transport().descriptors().ifPresent(passing -> passing.close(descriptor));
    }

    /// Takes the files that came back.
    List<OpenFile> take() {
        var taken = List.copyOf(received);
        received.clear();
        return taken;
    }

    /// Takes the one file that came back.
    OpenFile takeOne() {
        if (received.size() != 1) {
            throw new LibvirtException(
                    ErrorDomain.RPC,
                    ErrorCode.INTERNAL_ERROR,
                    "received %d files from the server, expected 1".formatted(received.size()));
        }
        return take().getFirst();
    }

    /// Closes what nobody took.
    @Override
    public void close() {
        received.forEach(OpenFile::close);
    }
}
