package dev.jvirt.test;

import dev.jvirt.api.driver.StreamChannel;
import java.nio.ByteBuffer;

/// A stream that gives bytes which are all there: reading never waits, what is written is lost, and
/// the end leaves nothing to do.
interface ReadOnlyStream extends StreamChannel {
    @Override
    default int readNow(ByteBuffer into) {
        return read(into);
    }

    @Override
    default void write(ByteBuffer from) {
        from.position(from.limit());
    }

    @Override
    default void finish() {}

    @Override
    default void abort() {}

    @Override
    default void close() {}
}
