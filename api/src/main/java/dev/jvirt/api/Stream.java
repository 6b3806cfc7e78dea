package dev.jvirt.api;

import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.stream.SparseSink;
import dev.jvirt.api.stream.SparseSource;
import dev.jvirt.api.stream.StreamEvent;
import dev.jvirt.api.stream.StreamReadFlag;
import dev.jvirt.api.stream.StreamSink;
import dev.jvirt.api.stream.StreamSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Bytes between this program and the far side, both ways (`virStreamPtr`): a console, a
/// screenshot, the data of a volume.
///
/// The call that opens a stream returns it, so none is ever made without a purpose
/// (`virStreamNew`). It waits unless [#configureBlocking] says otherwise. One thread may read while
/// another writes; [#finish] and [#abort] may come from any thread and wake both. A stream must be
/// ended by one of them; [#close] aborts one that was not, and nothing else is to be counted or
/// freed (`virStreamRef`, `virStreamFree`).
///
/// What was sent arrived only when [#finish] returns: errors of the far side may come at any time,
/// and are thrown by whatever comes next. With the connection all its streams end.
///
/// Streams of volumes that were opened with the flag SPARSE_STREAM carry holes, too: runs of zeros
/// that are not sent.
///
/// ```java
/// try (Stream stream = volume.download(0, 0, Flags.none())) {
///     stream.receiveAll(file::write);
///     stream.finish();
/// }
/// ```
public final class Stream implements AutoCloseable {
    /// What reading gives at the end of the data.
    public static final int END = StreamChannel.END;

    /// What reading gives where a hole stands next, if it was told to stop there.
    public static final int HOLE = StreamChannel.HOLE;

    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(4096).asReadOnlyBuffer();

    private final StreamChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean blocking = true;

    /// What is left of the hole that reading has come to; used by the reader alone.
    private long hole;

    /// Guarded by [#lock].
    private @Nullable StreamWatch watch;

    /// A stream over a driver's end of it.
    public Stream(StreamChannel channel) {
        this.channel = channel;
    }

    /// Makes reading and writing wait, or give and take only what goes at once (`virStreamNew` with
    /// `VIR_STREAM_NONBLOCK`). Ending a stream waits in any case.
    ///
    /// @since 0.7.2
    public void configureBlocking(boolean waits) {
        blocking = waits;
    }

    /// Whether reading and writing wait.
    public boolean isBlocking() {
        return blocking;
    }

    // -- bytes --

    /// Reads at least one byte, waiting for it; holes are read as the zeros that they are
    /// (`virStreamRecv`).
    ///
    /// @return the number of bytes, [#END] at the end of the data, 0 if there are none now and the
    /// stream does not wait
    /// @throws LibvirtException the error that ended the stream, OPERATION_FAILED if it was
    /// finished or aborted
    /// @since 0.7.2
    public int read(ByteBuffer into) {
        return read(into, Flags.none());
    }

    /// Reads at least one byte, waiting for it (`virStreamRecvFlags`).
    ///
    /// @return as [#read(ByteBuffer)]; [#HOLE] where a hole stands next, with STOP_AT_HOLE
    /// @since 3.4.0
    public int read(ByteBuffer into, Flags<StreamReadFlag> flags) {
        flags.allow(ErrorDomain.STREAMS, "virStreamRecvFlags", StreamReadFlag.STOP_AT_HOLE);
        if (hole == 0) {
            int count = blocking ? channel.read(into) : channel.readNow(into);
            if (count != HOLE) {
                return count;
            }
            hole = channel.takeHole();
        }
        return flags.has(StreamReadFlag.STOP_AT_HOLE) ? HOLE : readZeros(into);
    }

    private int readZeros(ByteBuffer into) {
        int count = (int) Math.min(into.remaining(), hole);
        for (int left = count; left > 0; left -= ZEROS.capacity()) {
            into.put(ZEROS.slice(0, Math.min(left, ZEROS.capacity())));
        }
        hole -= count;
        return count;
    }

    /// Steps over the hole that stands next (`virStreamRecvHole`).
    ///
    /// @return its length in bytes; 0 if there is none, as far as is known without waiting
    /// @throws LibvirtException OPERATION_INVALID if the stream carries no holes
    /// @since 3.4.0
    public long takeHole() {
        long length = hole == 0 ? channel.takeHole() : hole;
        hole = 0;
        return length;
    }

    /// Writes all of `from`, waiting until it is on its way, or as much as is taken now if the
    /// stream does not wait (`virStreamSend`).
    ///
    /// @return the number of bytes
    /// @throws LibvirtException as [#read(ByteBuffer)]
    /// @since 0.7.2
    public int write(ByteBuffer from) {
        if (!blocking) {
            return channel.writeNow(from);
        }
        int count = from.remaining();
        channel.write(from);
        return count;
    }

    /// Writes a run of zeros without sending them (`virStreamSendHole`).
    ///
    /// @param length in bytes
    /// @throws LibvirtException OPERATION_INVALID if the stream carries no holes, INVALID_ARG if
    /// `length` is negative
    /// @since 3.4.0
    public void writeHole(long length) {
        if (length < 0) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.STREAMS,
                    "virStreamSendHole",
                    "length",
                    "length in virStreamSendHole must be zero or greater");
        }
        channel.writeHole(length);
    }

    // -- whole transfers --

    /// Writes all that a source has (`virStreamSendAll`). The stream is then to be finished.
    ///
    /// @return the number of bytes
    /// @throws LibvirtException OPERATION_INVALID if the stream does not wait, SYSTEM_ERROR if the
    /// source fails; the stream is aborted
    /// @since 0.7.2
    public long sendAll(StreamSource source) {
        return new StreamTransfer(this).send(source);
    }

    /// Writes all that a source has, and its holes as holes (`virStreamSparseSendAll`).
    ///
    /// @return the number of bytes, with those of holes
    /// @throws LibvirtException as [#sendAll]; OPERATION_INVALID if the stream carries no holes
    /// @since 3.4.0
    public long sparseSendAll(SparseSource source) {
        return new StreamTransfer(this).sendSparse(source);
    }

    /// Reads until the end of the data, holes as zeros (`virStreamRecvAll`). The stream is then to
    /// be finished.
    ///
    /// @return the number of bytes
    /// @throws LibvirtException OPERATION_INVALID if the stream does not wait, SYSTEM_ERROR if the
    /// sink fails; the stream is aborted
    /// @since 0.7.2
    public long receiveAll(StreamSink sink) {
        return new StreamTransfer(this).receive(sink);
    }

    /// Reads until the end of the data, holes as holes (`virStreamSparseRecvAll`).
    ///
    /// @return the number of bytes, with those of holes
    /// @throws LibvirtException as [#receiveAll]
    /// @since 3.4.0
    public long sparseReceiveAll(SparseSink sink) {
        return new StreamTransfer(this).receiveSparse(sink);
    }

    /// This stream for code that reads bytes. Closing it finishes a stream that was read to its
    /// end, and aborts others. Errors are [java.io.IOException]s, which a [LibvirtException]
    /// caused.
    public InputStream inputStream() {
        return Channels.newInputStream(byteChannel());
    }

    /// This stream for code that writes bytes. Closing it finishes the stream, and throws what the
    /// far side found wrong. Errors are [java.io.IOException]s, which a [LibvirtException] caused.
    public OutputStream outputStream() {
        return new StreamBytes.Output(this);
    }

    /// This stream for code that wants a channel. Closing it finishes a stream that was read to its
    /// end or written to, and aborts others. Errors are [java.io.IOException]s, which a
    /// [LibvirtException] caused.
    public ByteChannel byteChannel() {
        return new StreamBytes(this);
    }

    // -- events --

    /// Calls `handler` whenever one of `events` is there, again and again as long as it is
    /// (`virStreamEventAddCallback`). A stream has one watch at a time.
    ///
    /// Each watch has a thread of its own: a handler may take its time, and may use the stream and
    /// its connection. Streams with a watch mostly do not wait, see [#configureBlocking].
    ///
    /// @param handler is told which of the events are there (`virStreamEventCallback`)
    /// @return changes the events, or ends the calls; the end of the stream does so, too
    /// @throws LibvirtException INTERNAL_ERROR if the stream has a watch
    /// @since 0.7.2
    public StreamWatch watch(Flags<StreamEvent> events, Consumer<Flags<StreamEvent>> handler) {
        lock.lock();
        try {
            if (watch != null && watch.isOpen()) {
                throw new LibvirtException(
                        ErrorDomain.RPC,
                        ErrorCode.INTERNAL_ERROR,
                        "multiple stream callbacks not supported");
            }
            channel.wakeup(); // it may not know of events
            var added = new StreamWatch(channel, events, handler);
            added.start();
            watch = added;
            return added;
        } finally {
            lock.unlock();
        }
    }

    // -- the end --

    /// Ends the stream in good order (`virStreamFinish`): waits until the far side has taken all
    /// and says so.
    ///
    /// @throws LibvirtException what the far side found wrong, OPERATION_FAILED if the stream was
    /// finished or aborted before
    /// @since 0.7.2
    public void finish() {
        endWatch();
        channel.finish();
    }

    /// Ends the stream without caring for what is under way (`virStreamAbort`).
    ///
    /// @throws LibvirtException OPERATION_FAILED if the stream was finished or aborted before
    /// @since 0.7.2
    public void abort() {
        endWatch();
        channel.abort();
    }

    /// Aborts a stream that was neither finished nor aborted.
    @Override
    public void close() {
        endWatch();
        channel.close();
    }

    private void endWatch() {
        lock.lock();
        try {
            if (watch != null) {
                watch.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
