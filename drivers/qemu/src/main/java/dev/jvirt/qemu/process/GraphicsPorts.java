package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;

/// The TCP ports that guests get for their displays. Guarded by [#lock].
public final class GraphicsPorts {
    private final String name;
    private final int first;
    private final int last;
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet taken = new BitSet();

    /// The ports from `first` to `last`.
    ///
    /// @param name what they are for, for messages
    public GraphicsPorts(String name, int first, int last) {
        this.name = name;
        this.first = first;
        this.last = last;
    }

    /// Takes a port that no guest has and nobody on this host listens on.
    ///
    /// @throws LibvirtException INTERNAL_ERROR if there is none left
    public int acquire() {
        lock.lock();
        try {
            for (int port = taken.nextClearBit(first);
                    port <= last;
                    port = taken.nextClearBit(port + 1)) {
                if (isFree(port)) {
                    taken.set(port);
                    return port;
                }
            }
        } finally {
            lock.unlock();
        }
        throw new LibvirtException(
                ErrorCode.INTERNAL_ERROR,
                "Unable to find an unused port in range '%s' (%d-%d)".formatted(name, first, last));
    }

    /// Marks a port as taken, because a document says so or an adopted guest has it. One outside of
    /// the range is nobody's business here.
    public void reserve(int port) {
        lock.lock();
        try {
            if (port >= first && port <= last) {
                taken.set(port);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Gives a port back.
    public void release(int port) {
        lock.lock();
        try {
            taken.clear(port);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isFree(int port) {
        try (var probe = ServerSocketChannel.open()) {
            probe.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
