package dev.jvirt.api.stream;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the bytes of a transfer go to (`virStreamSinkFunc`).
@FunctionalInterface
public interface StreamSink {
    /// Takes bytes. What it leaves in `from` it is given again.
    ///
    /// @throws IOException if it cannot take them: the transfer is aborted
    void write(ByteBuffer from) throws IOException;
}
