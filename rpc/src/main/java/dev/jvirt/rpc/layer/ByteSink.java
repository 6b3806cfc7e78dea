package dev.jvirt.rpc.layer;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where a [WrappingSink] puts its packets.
public interface ByteSink {
    /// Writes what fits, without waiting.
    ///
    /// @return how many bytes
    int write(ByteBuffer from) throws IOException;
}
