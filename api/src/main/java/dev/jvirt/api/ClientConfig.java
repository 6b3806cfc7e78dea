package dev.jvirt.api;

import java.util.Optional;

/// The client's configuration, `libvirt.conf`: the default URI and the aliases.
final class ClientConfig {
    private static final String DEFAULT_URI_VARIABLE = "LIBVIRT_DEFAULT_URI";

    private ClientConfig() {}

    /// The URI to use when the application names none.
    static Optional<String> defaultUri() {
        String fromEnvironment = System.getenv(DEFAULT_URI_VARIABLE);
        return fromEnvironment == null || fromEnvironment.isEmpty()
                ? Optional.empty()
                : Optional.of(fromEnvironment);
    }

    /// The URI that an alias stands for, or the name itself.
    static String resolveAlias(String name) {
        return name;
    }
}
