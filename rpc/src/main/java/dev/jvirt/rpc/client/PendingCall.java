package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;

/// A call that waits for its reply.
@NullUnmarked
final class PendingCall<R> extends Waiter {
    private final FrameHeader header;
    private final XdrCodec<R> codec;
    private final Thread caller = Thread.currentThread();
    private final boolean takesDescriptors;
    private final AtomicReference<List<Integer>> descriptors = new AtomicReference<>();
    private Frame reply;
    private R result;
    private RpcException failure;

    PendingCall(FrameHeader header, XdrCodec<R> codec, boolean takesDescriptors) {
        super(true);
        this.header = header;
        this.codec = codec;
        this.takesDescriptors = takesDescriptors;
    }

    FrameHeader header() {
        return header;
    }

    /// Takes the reply. The caller itself decodes it, in place if it is the one who reads.
    ///
    /// @return whether the descriptors are its own now
    boolean complete(Frame frame, List<Integer> received) {
        boolean keeps = takesDescriptors && descriptors.compareAndSet(null, received);
        if (Thread.currentThread() == caller) {
            decode(frame);
        } else {
            reply = frame.detached();
        }
        finish();
        return keeps;
    }

    /// Ends the call with an error.
    void fail(RpcException error) {
        failure = error;
        finish();
    }

    /// What the call gives to its caller.
    R outcome() {
        if (reply != null) {
            decode(reply);
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    /// Gives away the descriptors that came; those that come later are taken no more.
    List<Integer> takeDescriptors() {
        List<Integer> taken = descriptors.getAndSet(List.of());
        return taken == null ? List.of() : taken;
    }

    private void decode(Frame frame) {
        FrameHeader answer = frame.header();
        try {
            if (answer.procedure() != header.procedure()) {
                String text = "Unexpected message proc %d != %d";
                String detail = text.formatted(answer.procedure(), header.procedure());
                failure = new RpcException(RpcError.internal(detail));
            } else if (answer.status() == MessageStatus.OK) {
                result = codec.read(frame.payload());
            } else if (answer.status() == MessageStatus.ERROR) {
                failure = new RpcException(RpcErrorCodec.INSTANCE.read(frame.payload()));
            } else {
                String detail = "Unexpected message status " + answer.status();
                failure = new RpcException(RpcError.protocol(detail));
            }
        } catch (XdrException e) {
            String detail = "Unable to decode message payload";
            failure = new RpcException(RpcError.protocol(detail), e);
        }
    }
}
