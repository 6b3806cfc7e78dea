package dev.jvirt.qemu.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The far end of a monitor, played by the test line by line.
final class FakeQemu implements AutoCloseable {
    private final ServerSocketChannel server;

    @SuppressWarnings("NullAway.Init") // from accept on
    private SocketChannel socket;

    @SuppressWarnings("NullAway.Init")
    private BufferedReader reader;

    FakeQemu(Path path) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
    }

    void accept() throws IOException {
        socket = server.accept();
        reader =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(socket), StandardCharsets.UTF_8));
        say(
                "{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 0, \"minor\": 2, \"major\": 7}},"
                        + " \"capabilities\": []}}");
    }

    @Nullable String hear() throws IOException {
        return reader.readLine();
    }

    void say(String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        server.close();
    }
}
