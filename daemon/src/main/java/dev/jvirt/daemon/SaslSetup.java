package dev.jvirt.daemon;

import dev.jvirt.daemon.config.AuthScheme;
import dev.jvirt.daemon.config.DaemonConfig;
import dev.jvirt.daemon.config.ListenConfig;
import dev.jvirt.daemon.sasl.SaslConfig;
import dev.jvirt.daemon.sasl.SaslService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Logging in by SASL, as the configuration says.
final class SaslSetup {
    private static final String USERS = "sasl-users";

    /// What a guess costs whoever guesses.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private SaslSetup() {}

    /// What the logins of all clients share; empty if no socket asks for one.
    ///
    /// @throws StartupException if a file that says more cannot be read
    static Optional<SaslService> of(DaemonSetup setup, Map<String, String> environment) {
        DaemonConfig config = setup.config();
        if (!isWanted(config, setup.options().listen())) {
            return Optional.empty();
        }
        Path folder = setup.paths().root().orElse(Path.of("/")).resolve("etc/sasl2");
        try {
            SaslConfig sasl = SaslConfig.load(folder, environment);
            Path users = setup.paths().config().resolveSibling(USERS);
            return Optional.of(
                    new SaslService(
                            sasl,
                            sasl.users().orElse(users),
                            config.access().saslUsers(),
                            config.listen().minSsf(),
                            PAUSE));
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.FAILURE,
                    "cannot read the configuration of SASL: " + e.getMessage(),
                    e);
        }
    }

    private static boolean isWanted(DaemonConfig config, boolean listens) {
        ListenConfig listen = config.listen();
        return config.sockets().readWriteAuth() == AuthScheme.SASL
                || config.sockets().readOnlyAuth() == AuthScheme.SASL
                || listens && listen.tcp() && listen.tcpAuth() == AuthScheme.SASL
                || listens && listen.tls() && listen.tlsAuth() == AuthScheme.SASL;
    }
}
