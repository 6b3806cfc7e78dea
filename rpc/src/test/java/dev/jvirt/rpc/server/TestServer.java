package dev.jvirt.rpc.server;

import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// A running server with its service, in a folder of its own.
public final class TestServer implements AutoCloseable {
    private final Path folder;
    private final RpcServer server;
    final TestService service = new TestService();
    final FakeHost host = new FakeHost();

    public TestServer(ServerLimits limits) throws IOException {
        folder = Files.createTempDirectory("rpc");
        server = new RpcServer("test", limits, service, host);
        listen("sock", false, AuthType.NONE);
        listen("sock-ro", true, AuthType.NONE);
        listen("sock-auth", false, AuthType.SASL);
        server.start();
    }

    private void listen(String name, boolean readOnly, AuthType auth) {
        server.listen(
                new UnixSocket(folder.resolve(name), 0700, OptionalInt.empty(), readOnly, auth));
    }

    public static TestServer start() throws IOException {
        return new TestServer(ServerLimits.defaults());
    }

    public RpcServer server() {
        return server;
    }

    public FakeHost host() {
        return host;
    }

    public TestService service() {
        return service;
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public Path path() {
        return path("sock");
    }

    public RpcClient connect() throws IOException {
        return new RpcClient(UnixTransport.connect(path()));
    }

    public RawClient connectRaw(String name) throws IOException {
        return new RawClient(path(name));
    }

    public RawClient connectRaw() throws IOException {
        return connectRaw("sock");
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
