package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a URI says to the client: how to reach which daemon, and what to ask of it.
///
/// @param uri empty if the daemon of this host is to choose
/// @param transport how to get there, by libvirt's name
/// @param name what the daemon is asked to open: the URI without what is meant for the client
/// @param mode which kind of daemon
record RemoteTarget(Optional<ConnectUri> uri, String transport, String name, DaemonMode mode) {
    static final String UNIX = "unix";

    /// What is meant when there is no URI: the daemon of this host chooses.
    static RemoteTarget probing() {
        return new RemoteTarget(Optional.empty(), UNIX, "", DaemonMode.AUTO);
    }

    /// Takes the client's part out of `uri`.
    ///
    /// @throws LibvirtException INVALID_ARG if a part makes no sense
    static RemoteTarget of(ConnectUri uri) {
        var kept = new ArrayList<ConnectUri.Parameter>();
        for (var parameter : uri.parameters()) {
            if (!isForClient(parameter)) {
                kept.add(parameter);
            }
        }
        // It makes sense for ssh alone, but nonsense is refused everywhere.
        last(uri, "proxy").ifPresent(FarCommand.Proxy::of);
        return new RemoteTarget(
                Optional.of(uri),
                transport(uri),
                name(uri, kept),
                DaemonMode.of(last(uri, "mode")));
    }

    /// The hypervisor, empty if the daemon is to choose.
    Optional<String> driver() {
        return uri.map(ConnectUri::driver);
    }

    /// The server; this host if the URI names none.
    String host() {
        return uri.flatMap(ConnectUri::host).orElse("localhost");
    }

    /// The port that the URI names.
    OptionalInt port() {
        return uri.filter(u -> u.port() > 0)
                .map(u -> OptionalInt.of(u.port()))
                .orElse(OptionalInt.empty());
    }

    /// What the URI says about one of the client's own affairs.
    Optional<String> parameter(String parameter) {
        return uri.flatMap(u -> last(u, parameter));
    }

    /// What is said last stands.
    private static Optional<String> last(ConnectUri uri, String name) {
        Optional<String> found = Optional.empty();
        for (var parameter : uri.parameters()) {
            if (parameter.name().equalsIgnoreCase(name)) {
                found = Optional.of(parameter.value());
            }
        }
        return found;
    }

    /// Whether a parameter is there and is not 0.
    boolean isSet(String parameter) {
        return parameter(parameter).filter(value -> Integer.parseInt(value) != 0).isPresent();
    }

    private static String name(ConnectUri uri, List<ConnectUri.Parameter> kept) {
        Optional<String> given = last(uri, "name");
        if (given.isPresent()) {
            return given.get();
        }
        return uri.driver().equals("remote") ? "" : uri.local(uri.driver(), kept).format();
    }

    private static String transport(ConnectUri uri) {
        if (uri.transport().isEmpty()) {
            return uri.host().isPresent() ? "tls" : UNIX;
        }
        String transport = uri.transport().get().toLowerCase(Locale.ROOT);
        switch (transport) {
            case UNIX -> {
                if (uri.host().isPresent()) {
                    throw invalid(
                            "using unix socket and remote server '%s' is not supported."
                                    .formatted(uri.host().get()));
                }
            }
            case "tls", "ssh", "libssh", "libssh2", "ext", "tcp" -> {}
            default ->
                    throw invalid(
                            "remote_open: transport in URL not recognised (should be"
                                    + " tls|unix|ssh|ext|tcp|libssh2|libssh)");
        }
        return transport;
    }

    private static boolean isForClient(ConnectUri.Parameter parameter) {
        return switch (parameter.name().toLowerCase(Locale.ROOT)) {
            case "name", "command", "socket", "auth", "sshauth", "netcat", "keyfile", "pkipath" ->
                    true;
            case "known_hosts", "known_hosts_verify", "tls_priority", "mode", "proxy" -> true;
            case "authfile" -> true;
            case "no_sanity", "no_verify", "no_tty" -> {
                checkNumber(parameter);
                yield true;
            }
            default -> false;
        };
    }

    private static void checkNumber(ConnectUri.Parameter parameter) {
        try {
            Integer.parseInt(parameter.value());
        } catch (NumberFormatException e) {
            throw new LibvirtException(
                    ErrorDomain.REMOTE,
                    ErrorCode.INVALID_ARG,
                    "Failed to parse value of URI component " + parameter.name(),
                    e);
        }
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorDomain.REMOTE, ErrorCode.INVALID_ARG, detail);
    }
}
