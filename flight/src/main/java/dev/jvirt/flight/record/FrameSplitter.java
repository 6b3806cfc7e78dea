package dev.jvirt.flight.record;

import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts frames out of bytes that go by. Not thread-safe.
public final class FrameSplitter {
    private static final int INITIAL = 512;

    private final Consumer<byte[]> frames;
    private byte[] buffer = new byte[INITIAL];
    private int filled;
    private boolean lost;

    /// @param frames takes each frame, which is then its own
    public FrameSplitter(Consumer<byte[]> frames) {
        this.frames = frames;
    }

    /// Takes the next bytes, and leaves the buffer as it is.
    ///
    /// @return false once they are no frames any more
    public boolean take(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        while (!lost && in.hasRemaining()) {
            int wanted = filled < Frames.OVERHEAD ? Frames.OVERHEAD : length();
            take(in, wanted);
            finishFrame();
        }
        return !lost;
    }

    private void take(ByteBuffer in, int wanted) {
        int count = Math.min(wanted - filled, in.remaining());
        if (filled + count > buffer.length) {
            // Grows with what arrives, not with what is announced.
            long doubled = Math.max(2L * buffer.length, filled + count);
            buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, wanted));
        }
        in.get(buffer, filled, count);
        filled += count;
    }

    private void finishFrame() {
        if (filled < Frames.OVERHEAD) {
            return;
        }
        int length = length();
        if (length < Frames.OVERHEAD || length > XdrWriter.LARGEST_FRAME) {
            lost = true;
        } else if (filled == length) {
            frames.accept(Arrays.copyOf(buffer, length));
            filled = 0;
            if (buffer.length > Frames.STREAM_DATA_MAX) {
                buffer = new byte[INITIAL];
            }
        }
    }

    private int length() {
        return ByteBuffer.wrap(buffer).getInt();
    }
}
