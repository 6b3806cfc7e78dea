package dev.jvirt.api.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The configuration of a client, `libvirt.conf` or `libvirt-admin.conf`: the default URI and short
/// names for others. Without the file there is neither.
public final class ClientConfig {
    private static final String DEFAULT = "uri_default";
    private static final String ALIASES = "uri_aliases";

    private final ConfigReader reader;

    private ClientConfig(ConfigReader reader) {
        this.reader = reader;
    }

    /// Reads a file of the user's [ConfigFolder].
    ///
    /// @throws LibvirtException CONF_SYNTAX if it is malformed
    public static ClientConfig read(String name) {
        return read(ConfigFolder.path().resolve(name));
    }

    static ClientConfig read(Path file) {
        try {
            return new ClientConfig(new ConfigReader(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            if (!Files.exists(file)) {
                // Nor can anybody tell in a folder that may not be entered.
                return new ClientConfig(new ConfigReader(file.toString(), ""));
            }
            throw new LibvirtException(
                    ErrorDomain.CONF,
                    ErrorCode.SYSTEM_ERROR,
                    "Failed to open file '%s': %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    /// The URI to use when nobody names one.
    public Optional<String> defaultUri() {
        return reader.text(DEFAULT);
    }

    /// Which algorithms TLS may use, unless a URI says it.
    public Optional<String> tlsPriority() {
        return reader.text("tls_priority");
    }

    /// The URI that an alias stands for, or the name itself.
    ///
    /// @throws LibvirtException CONF_SYNTAX if an alias before it is malformed
    public String resolve(String name) {
        List<String> aliases = reader.texts(ALIASES);
        for (String alias : aliases) {
            int equals = alias.indexOf('=');
            if (equals < 0) {
                throw malformed(alias, "expected 'alias=uri://host/path'");
            }
            String shortName = alias.substring(0, equals);
            if (!isPlain(shortName)) {
                throw malformed(alias, "aliases may only contain 'a-Z, 0-9, _, -'");
            }
            if (shortName.equals(name)) {
                return alias.substring(equals + 1);
            }
        }
        return name;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (c < '0' || c > '9') && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static LibvirtException malformed(String alias, String rule) {
        return new LibvirtException(
                ErrorDomain.CONF,
                ErrorCode.CONF_SYNTAX,
                "Malformed '%s' config entry '%s', %s".formatted(ALIASES, alias, rule));
    }
}
