package dev.jvirt.qemu.console;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StreamChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;

/// One open console.
final class ConsoleSession implements StreamChannel {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.console");

    private final ConsoleSessions sessions;
    private final String path;
    private final ByteChannel channel;

    ConsoleSession(ConsoleSessions sessions, String path, ByteChannel channel) {
        this.sessions = sessions;
        this.path = path;
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) {
        try {
            return channel.read(into);
        } catch (ClosedChannelException ended) {
            return -1;
        } catch (IOException failure) {
            throw failed("cannot read from stream", failure);
        }
    }

    @Override
    public void write(ByteBuffer from) {
        try {
            while (from.hasRemaining()) {
                channel.write(from);
            }
        } catch (IOException failure) {
            throw failed("cannot write to stream", failure);
        }
    }

    private static LibvirtException failed(String detail, IOException cause) {
        return new LibvirtException(
                ErrorDomain.QEMU,
                ErrorCode.SYSTEM_ERROR,
                "%s: %s".formatted(detail, cause.getMessage()),
                cause);
    }

    @Override
    public void finish() {
        close();
    }

    @Override
    public void abort() {
        close();
    }

    @Override
    public void close() {
        sessions.ended(path, this);
        try {
            channel.close();
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "console " + path, failure);
        }
    }
}
