package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;

/// How clients of a socket authenticate, as the configuration names it.
public enum AuthScheme {
    NONE("none"),
    SASL("sasl"),
    POLKIT("polkit");

    private final String word;

    AuthScheme(String word) {
        this.word = word;
    }

    /// The name in the configuration.
    public String word() {
        return word;
    }

    static AuthScheme read(ConfigReader reader, String key, AuthScheme otherwise) {
        var word = reader.text(key);
        if (word.isEmpty()) {
            return otherwise;
        }
        for (AuthScheme scheme : values()) {
            if (scheme.word.equals(word.get())) {
                return scheme;
            }
        }
        throw reader.refuse(key, "%s: unsupported auth %s".formatted(key, word.get()));
    }
}
