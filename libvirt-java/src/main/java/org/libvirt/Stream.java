package org.libvirt;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes on their way to or from the other side (`virStreamPtr`).
///
/// A stream from [Connect#streamNew] goes nowhere until it is given to a method that opens it, for
/// example [StorageVol#upload]. Then it can be used by libvirt's methods or as a channel. It always
/// waits, also if it was made with [#VIR_STREAM_NONBLOCK].
public class Stream implements ByteChannel {
    /// For [Connect#streamNew]; changes nothing.
    public static final int VIR_STREAM_NONBLOCK = 1 << 0;

    private enum State {
        NEW,
        OPEN,
        /// The other side has sent all.
        EOF,
        /// Finished in good order; the channel is still to be closed.
        FINISHED,
        CLOSED
    }

    private final Handle<Connect> handle;
    private volatile State state = State.NEW;
    private volatile @Nullable StreamPipe pipe;

    Stream(Connect connect) {
        this.handle = connect.handle().next(Handle.Kind.STREAM, connect);
    }

    /// Lets bytes through.
    void open(StreamPipe opened) throws LibvirtException {
        if (pipe != null || state != State.NEW) {
            opened.abort();
            throw new LibvirtException(
                    new dev.jvirt.api.LibvirtException(
                            ErrorDomain.STREAMS,
                            ErrorCode.OPERATION_INVALID,
                            "stream is already in use"));
        }
        pipe = opened;
        state = State.OPEN;
    }

    /// Whether the other side has sent all.
    protected boolean isEOF() {
        return state == State.EOF;
    }

    /// Ends it without caring for what is under way (`virStreamAbort`).
    ///
    /// @return 0
    public int abort() throws LibvirtException {
        handle.run(
                "virStreamAbort",
                _ -> {
                    Optional.ofNullable(pipe).ifPresent(StreamPipe::abort);
                    state = State.CLOSED;
                });
        return 0;
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Ends it in good order (`virStreamFinish`): an error that the other side found is thrown
    /// here.
    ///
    /// @return 0
    public int finish() throws LibvirtException {
        handle.run(
                "virStreamFinish",
                _ -> {
                    used("virStreamFinish").finish();
                    state = State.FINISHED;
                });
        return 0;
    }

    /// Gives it up; what is still under way is aborted (`virStreamFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        if (!handle.isFreed()) {
            if (state == State.OPEN || state == State.EOF) {
                abort();
            }
            state = State.CLOSED;
            handle.free();
        }
        return 0;
    }

    /// Reads at least one byte, waiting for it (`virStreamRecv`).
    ///
    /// @return how many bytes there are at the start of `data`; 0 at the end of all
    public int receive(byte[] data) throws LibvirtException {
        return receive(ByteBuffer.wrap(data));
    }

    /// Reads at least one byte into a buffer, waiting for it.
    ///
    /// @return how many bytes it were; 0 at the end of all
    protected int receive(ByteBuffer buffer) throws LibvirtException {
        return handle.call(
                "virStreamRecv",
                _ -> {
                    StreamPipe bytes = used("virStreamRecv");
                    if (isEOF()) {
                        return 0;
                    }
                    int count = bytes.read(buffer);
                    if (count < 0) {
                        state = State.EOF;
                    }
                    return Math.max(count, 0);
                });
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        if (!buffer.hasRemaining()) {
            return 0;
        }
        try {
            int count = receive(buffer);
            return isEOF() ? -1 : count;
        } catch (LibvirtException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        try {
            return send(buffer);
        } catch (LibvirtException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Ends it: in good order if all has arrived or was sent, and without caring for the rest of
    /// what is read.
    protected void closeStream() throws LibvirtException {
        StreamPipe bytes = pipe;
        if (bytes == null || handle.isFreed()) {
            return;
        }
        if (state == State.EOF || state == State.OPEN && !bytes.reads()) {
            finish();
        } else if (state == State.OPEN) {
            abort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            closeStream();
        } catch (LibvirtException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            state = State.CLOSED;
        }
    }

    @Override
    public boolean isOpen() {
        return state != State.NEW && state != State.CLOSED;
    }

    /// Needs no event loop, and thus has nothing to remove (`virStreamEventRemoveCallback`).
    ///
    /// @throws LibvirtException NO_SUPPORT
    public int removeCallback() throws LibvirtException {
        return handle.call(
                "virStreamEventRemoveCallback", _ -> unsupported("virStreamEventRemoveCallback"));
    }

    /// Sends all bytes, waiting until they are taken (`virStreamSend`).
    ///
    /// @return how many
    public int send(byte[] data) throws LibvirtException {
        return send(ByteBuffer.wrap(data));
    }

    /// Sends all bytes of a buffer, waiting until they are taken.
    ///
    /// @return how many
    protected int send(ByteBuffer buffer) throws LibvirtException {
        int count = buffer.remaining();
        handle.run("virStreamSend", _ -> used("virStreamSend").write(buffer));
        return count;
    }

    /// Needs no event loop, and thus has nothing to change (`virStreamEventUpdateCallback`).
    ///
    /// @throws LibvirtException NO_SUPPORT
    public int updateCallback(int events) throws LibvirtException {
        return handle.call(
                "virStreamEventUpdateCallback", _ -> unsupported("virStreamEventUpdateCallback"));
    }

    private StreamPipe used(String function) {
        StreamPipe bytes = pipe;
        if (bytes == null) {
            throw dev.jvirt.api.LibvirtException.unsupported(ErrorDomain.STREAMS, function);
        }
        if (state == State.FINISHED || state == State.CLOSED) {
            throw new dev.jvirt.api.LibvirtException(
                    ErrorDomain.RPC, ErrorCode.OPERATION_FAILED, "stream is closed");
        }
        return bytes;
    }

    private static int unsupported(String function) {
        throw dev.jvirt.api.LibvirtException.unsupported(ErrorDomain.STREAMS, function);
    }
}
