package dev.jvirt.daemon;

import dev.jvirt.daemon.config.TlsConfig;
import dev.jvirt.daemon.config.Wildcards;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.tls.TlsContext;
import dev.jvirt.rpc.tls.TlsFiles;
import dev.jvirt.rpc.tls.TlsGate;
import dev.jvirt.rpc.tls.TlsRole;
import dev.jvirt.rpc.tls.TlsRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the configuration says about TLS.
record TlsSetup(TlsConfig config, DaemonPaths paths) {

    /// How clients are let in.
    ///
    /// @throws StartupException that names the file or the rule that is wrong
    TlsGate gate() {
        try {
            return new TlsGate(this::load);
        } catch (RpcException e) {
            throw new StartupException(ExitCode.NETWORK, String.valueOf(e.getMessage()), e);
        }
    }

    private TlsContext load() {
        TlsFiles files =
                TlsFiles.ofServer(paths.root().orElse(Path.of("/")), home())
                        .with(
                                path(config.caFile()),
                                path(config.crlFile()),
                                path(config.certFile()),
                                path(config.keyFile()));
        var rules =
                new TlsRules(
                        !config.noSanityCheck(),
                        !config.noVerify(),
                        config.priority().orElse(TlsRules.DEFAULT_PRIORITY),
                        this::isAllowed);
        return TlsContext.load(TlsRole.SERVER, files, rules);
    }

    private Optional<Path> home() {
        return paths.privileged()
                ? Optional.empty()
                : Optional.of(Path.of(System.getProperty("user.home")));
    }

    private static Optional<Path> path(Optional<String> file) {
        return file.filter(name -> !name.isEmpty()).map(Path::of);
    }

    private boolean isAllowed(String name) {
        List<String> patterns = config.allowedNames();
        for (String pattern : patterns) {
            if (Wildcards.match(pattern, name)) {
                return true;
            }
        }
        return patterns.isEmpty();
    }
}
