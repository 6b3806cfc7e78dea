package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// What ssh is asked to run on the other host, so that bytes get from there to the daemon's socket.
///
/// @param target whom to reach
/// @param proxy what runs over there
/// @param socket the daemon's socket over there, for netcat
/// @param readOnly whether the socket for readers is meant
record FarCommand(RemoteTarget target, Proxy proxy, String socket, boolean readOnly) {

    /// What leads from the far end of ssh to the daemon's socket: the `proxy` parameter.
    enum Proxy {
        /// The helper if it is installed there, else netcat.
        AUTO,
        /// `virt-ssh-helper`, which finds the socket by itself.
        NATIVE,
        /// A netcat that knows unix sockets.
        NETCAT;

        static Proxy of(String name) {
            return switch (name) {
                case "auto" -> AUTO;
                case "native" -> NATIVE;
                case "netcat" -> NETCAT;
                // The spelling is libvirt's.
                default ->
                        throw new LibvirtException(
                                ErrorDomain.REMOTE,
                                ErrorCode.INVALID_ARG,
                                "Unnkown proxy type '%s'".formatted(name));
            };
        }
    }

    static FarCommand of(RemoteTarget target, OpenFlags flags) {
        if (target.mode() == DaemonMode.DIRECT) {
            throw new LibvirtException(
                    ErrorDomain.REMOTE,
                    ErrorCode.OPERATION_UNSUPPORTED,
                    "Cannot use direct socket mode for %s transport".formatted(target.transport()));
        }
        return new FarCommand(
                target,
                proxy(target),
                target.parameter("socket").orElse(DaemonSocket.legacy(flags)),
                flags.readOnly());
    }

    /// Whoever says where the socket is or what leads to it means netcat: the helper goes its own
    /// way.
    private static Proxy proxy(RemoteTarget target) {
        Proxy proxy = target.parameter("proxy").map(Proxy::of).orElse(Proxy.AUTO);
        boolean netcat = target.parameter("netcat").isPresent();
        if (proxy == Proxy.NATIVE && netcat) {
            throw new LibvirtException(
                    ErrorDomain.RPC,
                    ErrorCode.INVALID_ARG,
                    "netcat path not valid with native proxy mode");
        }
        boolean meant = netcat || target.parameter("socket").isPresent();
        return proxy == Proxy.AUTO && meant ? Proxy.NETCAT : proxy;
    }

    /// The one word that every shell over there runs in the same way.
    String text() {
        return "sh -c " + quoted(script());
    }

    private String script() {
        return switch (proxy) {
            case NATIVE -> helper();
            case NETCAT -> netcat();
            case AUTO ->
                    "if command -v virt-ssh-helper >/dev/null 2>&1; then %s; else %s; fi"
                            .formatted(helper(), netcat());
        };
    }

    private String helper() {
        return "exec virt-ssh-helper " + (readOnly ? "-r " : "") + quoted(target.name());
    }

    /// Some netcats stay when their input ends unless they are told otherwise, and the others do
    /// not know the option.
    private String netcat() {
        String program = quoted(target.parameter("netcat").orElse("nc"));
        return ("if %s -q 2>&1 | grep 'requires an argument' >/dev/null 2>&1; then q=-q0; else q=; fi;"
                        + " exec %s $q -U %s")
                .formatted(program, program, quoted(socket));
    }

    /// A word as every shell of the far side reads it.
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
