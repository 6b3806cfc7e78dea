package dev.jvirt.api.driver;

import java.nio.ByteBuffer;

/// The driver's end of a stream (`virStream`): bytes in both directions until one side finishes or
/// aborts.
///
/// One thread may read while another writes; [#finish] and [#abort] may come from any thread and
/// wake both.
public interface StreamChannel extends AutoCloseable {
    /// Reads at least one byte, waiting for it.
    ///
    /// @return the number of bytes, -1 at the end of the data
    int read(ByteBuffer into);

    /// Writes all of `from`, waiting until it is taken.
    void write(ByteBuffer from);

    /// Ends the stream in good order: an error that the other side found is thrown here.
    void finish();

    /// Ends the stream without caring for what is under way.
    void abort();

    /// Aborts a stream that was neither finished nor aborted.
    @Override
    void close();
}
