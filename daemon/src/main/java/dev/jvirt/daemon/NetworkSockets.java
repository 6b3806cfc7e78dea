package dev.jvirt.daemon;

import dev.jvirt.daemon.config.ListenConfig;
import dev.jvirt.host.ServicePort;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.TcpPort;
import dev.jvirt.rpc.server.Welcome;
import dev.jvirt.rpc.tls.TlsGate;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// The network sockets that `--listen` opens: one for every address that is asked for, or for all
/// addresses of both families.
record NetworkSockets(ListenConfig config) {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon");
    private static final int EADDRINUSE = 98;

    /// Listens wherever the configuration says.
    ///
    /// @param tls how clients are let in that encrypt; empty: none are
    /// @throws StartupException that names the address and the port
    void listen(RpcServer server, Optional<TlsGate> tls) {
        if (config.tcp()) {
            AuthType auth = Sockets.type(config.tcpAuth());
            listen(server, ports(config.tcpPort(), auth, Optional.empty()));
        }
        if (tls.isPresent()) {
            AuthType auth = Sockets.type(config.tlsAuth());
            listen(server, ports(config.tlsPort(), auth, tls));
        }
    }

    /// Listens at the ports that the daemon was given.
    ///
    /// @param tls makes what lets clients in that encrypt, if there is a port for them
    void take(RpcServer server, Gates gates, Supplier<TlsGate> tls) {
        AuthType auth = Sockets.type(config.tcpAuth());
        for (ServerSocketChannel channel : gates.claim("-tcp", port(config.tcpPort()))) {
            server.listen(new TcpPort(address(channel), auth), channel);
        }
        List<ServerSocketChannel> encrypted = gates.claim("-tls", port(config.tlsPort()));
        if (encrypted.isEmpty()) {
            return;
        }
        Optional<Welcome> welcome = Optional.of(tls.get());
        for (ServerSocketChannel channel : encrypted) {
            AuthType then = Sockets.type(config.tlsAuth());
            server.listen(new TcpPort(address(channel), then, welcome), channel);
        }
    }

    private static InetSocketAddress address(ServerSocketChannel channel) {
        try {
            if (channel.getLocalAddress() instanceof InetSocketAddress address) {
                return address;
            }
        } catch (IOException e) {
            throw new StartupException(ExitCode.NETWORK, String.valueOf(e.getMessage()), e);
        }
        throw new StartupException(
                ExitCode.NETWORK, "a unix socket was given for the service of a TCP port");
    }

    private List<TcpPort> ports(
            String service, AuthType auth, Optional<? extends Welcome> welcome) {
        int port = port(service);
        var ports = new ArrayList<TcpPort>();
        for (InetAddress address : addresses(service)) {
            ports.add(new TcpPort(new InetSocketAddress(address, port), auth, welcome.map(w -> w)));
        }
        return ports;
    }

    private int port(String service) {
        OptionalInt port = ServicePort.of(service);
        if (port.isEmpty()) {
            throw unresolvable(service, "Servname not supported for ai_socktype");
        }
        return port.getAsInt();
    }

    private List<InetAddress> addresses(String service) {
        String host = config.address().orElse(null);
        try {
            return host == null
                    ? List.of(InetAddress.getByName("0.0.0.0"), InetAddress.getByName("::"))
                    : List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw unresolvable(service, "Name or service not known");
        }
    }

    private StartupException unresolvable(String service, String why) {
        return new StartupException(
                ExitCode.NETWORK,
                "Unable to resolve address '%s' service '%s': %s"
                        .formatted(config.address().orElse("(null)"), service, why));
    }

    /// One family is enough: the host may not have the other, or somebody else may have the port
    /// there.
    private static void listen(RpcServer server, List<TcpPort> ports) {
        int opened = 0;
        RpcException refused = null;
        for (TcpPort port : ports) {
            try {
                server.listen(port);
                opened++;
            } catch (RpcException e) {
                if (ports.size() == 1 || !isBearable(e)) {
                    throw failed(e);
                }
                LOG.log(Level.WARNING, "{0}", e.getMessage());
                refused = e;
            }
        }
        if (opened == 0 && refused != null) {
            throw failed(refused);
        }
    }

    private static boolean isBearable(RpcException e) {
        return e.error().int1() == EADDRINUSE
                || e.getCause() instanceof UnsupportedOperationException;
    }

    private static StartupException failed(RpcException e) {
        return new StartupException(ExitCode.NETWORK, String.valueOf(e.getMessage()), e);
    }
}
