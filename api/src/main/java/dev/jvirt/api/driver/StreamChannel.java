package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.stream.StreamEvent;
import java.nio.ByteBuffer;

/// The driver's end of a stream (`virStreamDriver`): bytes in both directions until one side
/// finishes or aborts.
///
/// One thread may read while another writes; [#finish] and [#abort] may come from any thread and
/// wake both.
public interface StreamChannel extends AutoCloseable {
    /// What reading gives at the end of the data.
    int END = -1;

    /// What reading gives where a hole stands next.
    int HOLE = -3;

    /// Reads at least one byte, waiting for it.
    ///
    /// @return the number of bytes, [#END] or [#HOLE]
    int read(ByteBuffer into);

    /// Reads what is there.
    ///
    /// @return the number of bytes, 0 if there are none now, [#END] or [#HOLE]
    default int readNow(ByteBuffer into) {
        throw unsupported("virStreamRecv");
    }

    /// Takes the hole that stands next.
    ///
    /// @return its length, 0 if none is known of
    default long takeHole() {
        throw invalid("Holes are not supported with this stream");
    }

    /// Writes all of `from`, waiting until it is taken.
    void write(ByteBuffer from);

    /// Writes what is taken now.
    ///
    /// @return the number of bytes
    default int writeNow(ByteBuffer from) {
        throw unsupported("virStreamSend");
    }

    /// Writes a run of zeros without sending them.
    default void writeHole(long length) {
        throw invalid("Skipping is not supported with this stream");
    }

    /// Waits until one of `events` has come or [#wakeup] is called. One thread at a time does.
    ///
    /// @return which; none after a wakeup
    default Flags<StreamEvent> await(Flags<StreamEvent> events) {
        throw unsupported("virStreamEventAddCallback");
    }

    /// Ends the present or the next [#await].
    default void wakeup() {
        throw unsupported("virStreamEventAddCallback");
    }

    /// Ends the stream in good order: an error that the other side found is thrown here.
    void finish();

    /// Ends the stream without caring for what is under way.
    void abort();

    /// Aborts a stream that was neither finished nor aborted.
    @Override
    void close();

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.STREAMS, function);
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorDomain.RPC, ErrorCode.OPERATION_INVALID, detail);
    }
}
