package dev.jvirt.remote;

import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import java.util.Optional;
import java.util.Set;

/// The last row of the driver table: whatever nobody took is asked of a daemon.
public final class RemoteDriver implements ConnectDriver {

    /// Lets the JVM get ready for sockets on a thread of its own, for programs that will surely
    /// open one.
    public static void prepare() {
        UnixTransport.prepare();
    }

    @Override
    public String name() {
        return "remote";
    }

    @Override
    public Set<String> schemes() {
        return Set.of();
    }

    @Override
    public boolean localOnly() {
        return false;
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        Optional<ConnectUri> uri = request.uri();
        RemoteTarget target = uri.isEmpty() ? RemoteTarget.probing() : RemoteTarget.of(uri.get());
        OpenFlags flags = OpenFlags.of(uri, target, request.readOnly());
        var client = new RpcClient(Route.of(target, flags, request.authenticator()).open());
        boolean opened = false;
        try {
            var caller = new RemoteCaller(client);
            new Authentication(client, target, request.authenticator()).perform(caller);
            Handshake handshake = Handshake.perform(caller, target, flags, uri.isEmpty());
            String name = uri.isEmpty() ? handshake.uri() : uri.get().format();
            var session = new RemoteSession(client, caller, handshake, name);
            opened = true;
            return Optional.of(session);
        } finally {
            if (!opened) {
                client.close();
            }
        }
    }
}
