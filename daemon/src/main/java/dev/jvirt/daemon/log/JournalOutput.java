package dev.jvirt.daemon.log;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Messages to systemd's journal, over the stream that it offers for standard outputs: a few lines
/// that say who writes, then messages, each with its syslog priority in angle brackets.
final class JournalOutput implements LogOutput {
    private static final Path SOCKET = Path.of("/run/systemd/journal/stdout");
    private static final String HEADER = "libvirtd\n\n6\n1\n0\n0\n0\n";

    private final LogLevel level;
    private final SocketChannel channel;

    private JournalOutput(LogLevel level, SocketChannel channel) {
        this.level = level;
        this.channel = channel;
    }

    /// Whether this host has a journal.
    static boolean isAvailable() {
        return Files.isWritable(SOCKET);
    }

    static JournalOutput open(LogLevel level) {
        try {
            var channel = SocketChannel.open(UnixDomainSocketAddress.of(SOCKET));
            send(channel, HEADER);
            return new JournalOutput(level, channel);
        } catch (IOException e) {
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot connect to the journal at %s: %s".formatted(SOCKET, e.getMessage()),
                    e);
        }
    }

    @Override
    public LogLevel level() {
        return level;
    }

    @Override
    public void write(LogMessage message) {
        // A line end would begin another message.
        String text = message.text().replace('\n', ' ');
        try {
            send(channel, "<%d>%s\n".formatted(priority(message.level()), text));
        } catch (IOException e) {
            // The journal is gone; it reads our standard error, if anything.
        }
    }

    private static int priority(LogLevel level) {
        return switch (level) {
            case DEBUG -> 7;
            case INFO -> 6;
            case WARNING -> 4;
            case ERROR -> 3;
        };
    }

    private static void send(SocketChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public String format() {
        return level.number() + ":journald";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is buffered
        }
    }
}
