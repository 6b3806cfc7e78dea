package dev.jvirt.api;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// A file, socket, pipe or device that is open in this process, by the number of its descriptor.
///
/// Calls take such files to pass them to the hypervisor: they stay open here, and the caller closes
/// them. Calls that return files give them away: whoever receives one closes it.
///
/// Only connections through a unix socket of this host can pass files.
public final class OpenFile implements AutoCloseable {
    private final int number;
    private final IntConsumer closer;
    private final AtomicBoolean gone = new AtomicBoolean();

    private OpenFile(int number, IntConsumer closer) {
        this.number = number;
        this.closer = closer;
    }

    /// A file that somebody else closes.
    public static OpenFile borrowed(int number) {
        return new OpenFile(number, closed -> {});
    }

    /// A file that [#close] closes.
    ///
    /// @param closer closes the descriptor with the number that it is given
    public static OpenFile owned(int number, IntConsumer closer) {
        return new OpenFile(number, closer);
    }

    /// The number of the descriptor in this process.
    ///
    /// @throws IllegalStateException if the file was closed or released
    public int number() {
        if (gone.get()) {
            throw new IllegalStateException("the file is closed");
        }
        return number;
    }

    /// Gives the descriptor away: from now on whoever takes the number closes it, and [#close] does
    /// nothing.
    ///
    /// @throws IllegalStateException if the file was closed or released
    public int release() {
        if (!gone.compareAndSet(false, true)) {
            throw new IllegalStateException("the file is closed");
        }
        return number;
    }

    /// Closes the file once.
    @Override
    public void close() {
        if (gone.compareAndSet(false, true)) {
            closer.accept(number);
        }
    }

    @Override
    public String toString() {
        return "file " + number;
    }
}
