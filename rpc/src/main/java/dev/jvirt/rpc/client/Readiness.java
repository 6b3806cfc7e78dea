package dev.jvirt.rpc.client;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// Waits until channels that never block can be read or written.
///
/// A wait has a deadline, another thread can end it, and an interrupted thread does not close the
/// connection of all others.
final class Readiness implements AutoCloseable {
    private final Selector selector;
    private final SelectionKey source;
    private final SelectionKey sink;

    /// @param from what is read from
    /// @param to what is written to, which may be the same one
    Readiness(SelectableChannel from, SelectableChannel to) throws IOException {
        from.configureBlocking(false);
        to.configureBlocking(false);
        selector = Selector.open();
        source = from.register(selector, SelectionKey.OP_READ);
        sink = to == from ? source : to.register(selector, 0);
    }

    /// As [Transport#await] says.
    void await(boolean forWriting, long nanos) throws IOException {
        int writing = forWriting ? SelectionKey.OP_WRITE : 0;
        try {
            if (sink == source) {
                want(source, SelectionKey.OP_READ | writing);
            } else {
                want(sink, writing);
            }
            if (nanos <= 0) {
                selector.selectNow();
            } else if (nanos == Long.MAX_VALUE) {
                selector.select();
            } else {
                // Rounded up: a wait of some microseconds must not become a busy loop.
                selector.select(nanos / 1_000_000 + 1);
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new IOException("Bad file descriptor", e);
        }
    }

    private static void want(SelectionKey key, int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    void wakeup() {
        selector.wakeup();
    }

    /// Ends the wait, and lets go of the channels.
    @Override
    public void close() throws IOException {
        selector.wakeup();
        selector.close();
    }
}
