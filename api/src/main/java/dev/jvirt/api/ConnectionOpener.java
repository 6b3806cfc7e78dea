package dev.jvirt.api;

import dev.jvirt.api.config.ClientConfig;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.ObjectDrivers;
import dev.jvirt.api.driver.OpenRequest;
import java.util.Optional;

/// Opens one connection: finds the URI, then walks the driver table.
record ConnectionOpener(DriverTable table, Authenticator authenticator, Flags<ConnectFlag> flags) {
    private static final String URI_VARIABLE = "LIBVIRT_DEFAULT_URI";

    Connection open(Optional<String> given) {
        Optional<ConnectUri> uri = uri(given);
        boolean readOnly = flags.has(ConnectFlag.RO);
        var request = new OpenRequest(uri, readOnly, authenticator);
        DriverSession session = table.open(request);
        ObjectDrivers objects;
        try {
            objects = table.objects(session, request);
        } catch (LibvirtException e) {
            session.close();
            throw e;
        }
        return new Connection(session, objects, readOnly);
    }

    private Optional<ConnectUri> uri(Optional<String> given) {
        Optional<String> text = given.filter(name -> !name.isEmpty());
        if (text.isPresent() && flags.has(ConnectFlag.NO_ALIASES)) {
            return Optional.of(parse(text.get()));
        }
        var config = ClientConfig.read("libvirt.conf");
        if (text.isEmpty()) {
            text = fromEnvironment().or(config::defaultUri).or(table::probe);
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name = text.get();
        if (!flags.has(ConnectFlag.NO_ALIASES)) {
            name = config.resolve(name);
        }
        return Optional.of(parse(name));
    }

    private static ConnectUri parse(String text) {
        ConnectUri uri = ConnectUri.parse(text);
        checkMissingSlash(text, uri);
        return uri;
    }

    private static Optional<String> fromEnvironment() {
        return Optional.ofNullable(System.getenv(URI_VARIABLE)).filter(name -> !name.isEmpty());
    }

    /// `qemu://system` has two slashes too few: the part that was meant as a path is taken for a
    /// host.
    private static void checkMissingSlash(String text, ConnectUri uri) {
        String host = uri.host().orElse("");
        if (!host.equals("system") && !host.equals("session")) {
            return;
        }
        switch (uri.scheme()) {
            case "qemu", "vbox", "vz" ->
                    throw new LibvirtException(
                            ErrorDomain.NONE,
                            ErrorCode.INTERNAL_ERROR,
                            "invalid URI %s (maybe you want %s:///%s)"
                                    .formatted(text, uri.scheme(), host));
            default -> {}
        }
    }
}
