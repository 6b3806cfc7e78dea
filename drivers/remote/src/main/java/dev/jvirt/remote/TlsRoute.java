package dev.jvirt.remote;

import dev.jvirt.api.config.ClientConfig;
import dev.jvirt.api.config.ConfigFolder;
import dev.jvirt.bridge.Errors;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.tls.TlsClient;
import dev.jvirt.rpc.tls.TlsContext;
import dev.jvirt.rpc.tls.TlsFiles;
import dev.jvirt.rpc.tls.TlsRole;
import dev.jvirt.rpc.tls.TlsRules;
import java.nio.file.Path;
import java.util.Optional;

/// A TCP connection with TLS.
///
/// @param files the client's certificates
record TlsRoute(TcpRoute tcp, TlsFiles files, TlsRules rules) implements Route {
    private static final int DEFAULT_PORT = 16514;

    static TlsRoute of(RemoteTarget target) {
        return new TlsRoute(
                new TcpRoute(target.host(), target.port().orElse(DEFAULT_PORT)),
                files(target),
                new TlsRules(
                        !target.isSet("no_sanity"),
                        !target.isSet("no_verify"),
                        priority(target),
                        _ -> true));
    }

    private static TlsFiles files(RemoteTarget target) {
        Optional<String> folder = target.parameter("pkipath");
        if (folder.isPresent()) {
            return TlsFiles.in(Path.of(folder.get()));
        }
        return TlsFiles.ofClient(
                ConfigFolder.isRoots()
                        ? Optional.empty()
                        : Optional.of(Path.of(System.getProperty("user.home"))));
    }

    private static String priority(RemoteTarget target) {
        return target.parameter("tls_priority")
                .or(() -> ClientConfig.read("libvirt.conf").tlsPriority())
                .orElse(TlsRules.DEFAULT_PRIORITY);
    }

    @Override
    public Transport connect() {
        try {
            // Whoever has bad files is told before anything goes over the network.
            TlsContext context = TlsContext.load(TlsRole.CLIENT, files, rules);
            return TlsClient.connect(tcp.connect(), context, tcp.host());
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }
}
