package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import java.util.Optional;

/// Where the administration of a daemon is reached.
///
/// @param uri in its usual form
/// @param socket the path of its socket
record AdminTarget(String uri, String socket) {
    private static final String SYSTEM_FOLDER = "/run/libvirt";

    /// Reads the name of a daemon, for example `libvirtd:///system` or `virtqemud:///session`. A
    /// `socket` in its query stands above all else.
    ///
    /// @throws LibvirtException CONFIG_UNSUPPORTED if it names none
    static AdminTarget of(String text) {
        if (text.indexOf(':') < 0) {
            throw unsupported("No URI scheme specified");
        }
        ConnectUri uri = ConnectUri.parse(text);
        Optional<String> socket = Optional.empty();
        for (ConnectUri.Parameter parameter : uri.parameters()) {
            if (!parameter.name().equals("socket")) {
                throw unsupported("Unknown URI parameter '" + parameter.name() + "'");
            }
            socket = Optional.of(parameter.value());
        }
        return new AdminTarget(uri.format(), socket.orElseGet(() -> usualSocket(uri)));
    }

    private static String usualSocket(ConnectUri uri) {
        String scheme = uri.scheme();
        if (!scheme.equals("libvirtd") && !scheme.startsWith("virt")) {
            throw unsupported("Unsupported URI scheme '" + scheme + "'");
        }
        String name = (scheme.equals("libvirtd") ? "libvirt" : scheme) + "-admin-sock";
        return switch (uri.path()) {
            case "/system" -> SYSTEM_FOLDER + "/" + name;
            case "/session" -> DaemonSocket.userFolder() + "/" + name;
            default -> throw unsupported("Invalid URI path '" + uri.path() + "', try '/system'");
        };
    }

    private static LibvirtException unsupported(String detail) {
        return new LibvirtException(ErrorDomain.ADMIN, ErrorCode.CONFIG_UNSUPPORTED, detail);
    }
}
