package dev.jvirt.rpc.frame;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where a [FrameReader] takes its bytes from.
public interface ByteSource {
    /// Reads what is there, without waiting.
    ///
    /// @return how many bytes, 0 if there are none now, -1 at the end
    int read(ByteBuffer into) throws IOException;
}
