package dev.jvirt.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.LayeredTransport;
import dev.jvirt.rpc.client.TcpTransport;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.net.UnknownHostException;

/// A TCP connection in the clear.
record TcpRoute(String host, int port) implements Route {
    private static final int DEFAULT_PORT = 16509;
    private static final int LAST_PORT = 65535;

    static TcpRoute of(RemoteTarget target) {
        return new TcpRoute(target.host(), target.port().orElse(DEFAULT_PORT));
    }

    @Override
    public Transport connect() {
        checkPort(host, port);
        try {
            // Authentication may encrypt it later.
            return new LayeredTransport(TcpTransport.connect(host, port));
        } catch (IOException e) {
            throw unreachable(host, port, e);
        }
    }

    /// @throws LibvirtException if there is no such port
    static void checkPort(String host, int port) {
        if (port > LAST_PORT) {
            throw new ConnectFailure("the last port is " + LAST_PORT, -1, null)
                    .exception("unable to connect to server at '%s:%d'".formatted(host, port));
        }
    }

    /// The error for the user when connecting has failed.
    static LibvirtException unreachable(String host, int port, IOException why) {
        if (why instanceof UnknownHostException) {
            return new ConnectFailure("Name or service not known", -1, why)
                    .exception("Unable to resolve address '%s' service '%d'".formatted(host, port));
        }
        return ConnectFailure.of(why)
                .exception("unable to connect to server at '%s:%d'".formatted(host, port));
    }
}
