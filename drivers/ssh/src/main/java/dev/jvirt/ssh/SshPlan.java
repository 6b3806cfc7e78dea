package dev.jvirt.ssh;

import dev.jvirt.remote.SshRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A request with its defaults filled in.
///
/// @param user who to be over there
/// @param methods what to try, in this order
/// @param keyFile the private key, if there is one
/// @param knownHosts the keys of servers
/// @param authFile the file of passwords, if the URI names one
record SshPlan(
        Dialect dialect,
        SshRequest.Server server,
        String user,
        List<Method> methods,
        Optional<Path> keyFile,
        Path knownHosts,
        Verification verification,
        Optional<String> authFile) {
    /// The first of these that is there is the user's key.
    private static final List<String> KEY_NAMES =
            List.of("identity", "id_dsa", "id_ecdsa", "id_ed25519", "id_rsa");

    private static final String WITH_KEY = "agent,privkey,password,keyboard-interactive";
    private static final String WITHOUT_KEY = "agent,password,keyboard-interactive";

    SshPlan {
        methods = List.copyOf(methods);
    }

    /// @throws dev.jvirt.api.LibvirtException if it cannot come to a login
    static SshPlan of(SshRequest request) {
        Dialect dialect = Dialect.of(request.library());
        SshRequest.Login login = request.login();
        Optional<Path> keyFile = login.keyFile().map(Path::of).or(SshPlan::usualKey);
        var verification = Verification.of(login.verification().orElse("normal"));
        List<Method> methods =
                Method.list(login.methods().orElse(keyFile.isEmpty() ? WITHOUT_KEY : WITH_KEY));
        if (methods.contains(Method.PRIVKEY) && keyFile.isEmpty()) {
            String what = dialect == Dialect.LIBSSH2 ? "Username and key file" : "Key file";
            throw dialect.transport(what + " path must be provided for private key authentication");
        }
        if (methods.isEmpty()) {
            throw dialect.transport("No authentication methods and credentials provided");
        }
        return new SshPlan(
                dialect,
                request.server(),
                request.server().user().orElse(System.getProperty("user.name")),
                methods,
                keyFile,
                login.knownHosts().map(Path::of).orElseGet(SshPlan::usualKnownHosts),
                verification,
                login.authFile());
    }

    private static Optional<Path> usualKey() {
        for (String name : KEY_NAMES) {
            Path file = home().resolve(".ssh").resolve(name);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Path usualKnownHosts() {
        String config = System.getenv("XDG_CONFIG_HOME");
        Path folder =
                config == null || config.isEmpty() ? home().resolve(".config") : Path.of(config);
        return folder.resolve("libvirt").resolve("known_hosts");
    }

    private static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }
}
