package dev.jvirt.qemu.monitor;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The thread that reads the monitors of all domains, and writes what QEMU did not take at once.
///
/// One thread with a selector answers a command with one hand-over less than a virtual thread for
/// each monitor, and its one buffer serves every guest.
public final class MonitorLoop implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Selector selector;
    private final Queue<MonitorChannel> changed = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final Thread thread;
    private volatile boolean open = true;

    /// Starts the thread.
    public MonitorLoop() {
        try {
            selector = Selector.open();
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot watch monitors: " + failure.getMessage(),
                    failure);
        }
        thread = Thread.ofPlatform().name("qemu-monitor").daemon().start(this::run);
    }

    /// Connects to a monitor that listens at `socket`. Nothing is sent yet.
    ///
    /// @param domain the name of the domain, for messages
    /// @param deadline how long QEMU may take to answer a command
    /// @throws LibvirtException if nobody listens there
    public Monitor connect(
            Path socket, String domain, Duration deadline, MonitorListener listener) {
        var monitor = new Monitor(domain, deadline, listener);
        monitor.attach(open(socket, monitor));
        return monitor;
    }

    private MonitorChannel open(Path socket, Monitor monitor) {
        try {
            SocketChannel channel = SocketChannel.open(java.net.StandardProtocolFamily.UNIX);
            try {
                channel.configureBlocking(false);
                if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                    throw new IOException("Resource temporarily unavailable");
                }
                var connected = new MonitorChannel(this, channel, monitor);
                changed(connected);
                return connected;
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR,
                    "failed to connect to monitor socket: " + failure.getMessage(),
                    failure);
        }
    }

    /// Has the loop look at what `channel` waits for now. Any thread may call it.
    void changed(MonitorChannel channel) {
        changed.add(channel);
        selector.wakeup();
    }

    /// The buffer into which channels read, for use on the loop's thread only.
    ByteBuffer buffer() {
        return buffer.clear();
    }

    private void run() {
        while (open) {
            try {
                selector.select(this::ready);
                for (MonitorChannel channel = changed.poll();
                        channel != null;
                        channel = changed.poll()) {
                    channel.register(selector);
                }
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }

    private void ready(SelectionKey key) {
        var channel = (MonitorChannel) key.attachment();
        try {
            channel.ready(key);
        } catch (
                RuntimeException
                        failure) { // one QEMU that talks nonsense must not silence the others
            System.getLogger("dev.jvirt.qemu.monitor")
                    .log(System.Logger.Level.DEBUG, "monitor of a domain", failure);
            channel.end(key);
        }
    }

    /// Ends the thread; the monitors stay as they are and hear nothing any more.
    @Override
    public void close() {
        open = false;
        selector.wakeup();
        try {
            thread.join();
            selector.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            System.getLogger("dev.jvirt.qemu.monitor")
                    .log(System.Logger.Level.DEBUG, "selector", failure);
        }
    }
}
