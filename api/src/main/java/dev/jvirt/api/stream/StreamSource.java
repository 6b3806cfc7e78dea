package dev.jvirt.api.stream;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the bytes of a transfer come from (`virStreamSourceFunc`).
@FunctionalInterface
public interface StreamSource {
    /// Gives the next bytes.
    ///
    /// @return how many; 0 or less at the end
    /// @throws IOException if there are none to be had: the transfer is aborted
    int read(ByteBuffer into) throws IOException;
}
