package dev.jvirt.api.stream;

import java.io.IOException;

/// Where the bytes and holes of a transfer go to.
public interface SparseSink extends StreamSink {
    /// Takes a run of zeros (`virStreamSinkHoleFunc`).
    void hole(long length) throws IOException;
}
