package dev.jvirt.api.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `auth.conf`: user names and passwords for servers, by service and host, so that nobody has to be
/// asked.
///
/// A group `[auth-SERVICE-HOST]`, or `[auth-SERVICE-default]` for all other hosts, names with
/// `credentials=X` the group `[credentials-X]` that has the values.
public final class AuthFile {
    private static final int MAX_SIZE = 10 << 20;

    private final String file;
    private final Map<String, Map<String, String>> groups = new HashMap<>();

    /// Reads a text.
    ///
    /// @param file names the text in errors
    /// @throws LibvirtException CONF_SYNTAX that names file and line
    public AuthFile(String file, String text) {
        this.file = file;
        Map<String, String> group = null;
        int from = 0;
        for (int line = 1; from < text.length(); line++) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            group = take(text.substring(from, end), line, group);
            from = end + 1;
        }
    }

    private @Nullable Map<String, String> take(
            String text, int line, @Nullable Map<String, String> group) {
        String statement =
                withoutIndent(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        if (statement.isEmpty() || statement.charAt(0) == '#') {
            return group;
        }
        if (statement.charAt(0) == '[') {
            int end = statement.indexOf(']');
            if (end < 0 || !withoutIndent(statement.substring(end + 1)).isEmpty()) {
                throw malformed(line, "a group is a name in brackets");
            }
            return groups.computeIfAbsent(statement.substring(1, end), _ -> new HashMap<>());
        }
        int equals = statement.indexOf('=');
        String key = equals < 0 ? "" : statement.substring(0, equals).stripTrailing();
        if (key.isEmpty()) {
            throw malformed(line, "expecting a group or an assignment");
        }
        if (group == null) {
            throw malformed(line, "the assignment belongs to no group");
        }
        // Blanks at the end belong to the value: passwords may have them.
        group.put(key, withoutIndent(statement.substring(equals + 1)));
        return group;
    }

    private static String withoutIndent(String text) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        return text.substring(from);
    }

    private LibvirtException malformed(int line, String why) {
        return new LibvirtException(
                ErrorDomain.CONF, ErrorCode.CONF_SYNTAX, "%s:%d: %s".formatted(file, line, why));
    }

    /// The file that counts for this user: the one that `LIBVIRT_AUTH_FILE` names, the one that a
    /// URI names, the user's own, or the system's. Empty if there is none.
    ///
    /// @param named by the `authfile` parameter of a URI
    /// @throws LibvirtException if it is named and cannot be read, or makes no sense
    public static Optional<AuthFile> find(Optional<String> named) {
        String environment = System.getenv("LIBVIRT_AUTH_FILE");
        Optional<String> wanted =
                environment == null || environment.isEmpty() ? named : Optional.of(environment);
        if (wanted.isPresent()) {
            return Optional.of(load(Path.of(wanted.get())));
        }
        for (Path path : new Path[] {usersOwn(), Path.of("/etc/libvirt/auth.conf")}) {
            if (Files.exists(path)) {
                return Optional.of(load(path));
            }
        }
        return Optional.empty();
    }

    private static Path usersOwn() {
        String config = System.getenv("XDG_CONFIG_HOME");
        Path folder =
                config == null || config.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".config")
                        : Path.of(config);
        return folder.resolve("libvirt").resolve("auth.conf");
    }

    private static AuthFile load(Path path) {
        try {
            if (Files.size(path) > MAX_SIZE) {
                throw unreadable(path, "it is larger than %d bytes".formatted(MAX_SIZE), null);
            }
            return new AuthFile(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw unreadable(path, "No such file or directory", e);
        } catch (IOException e) {
            throw unreadable(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static LibvirtException unreadable(Path path, String why, @Nullable Throwable cause) {
        return new LibvirtException(
                ErrorDomain.CONF,
                ErrorCode.SYSTEM_ERROR,
                "Failed to read file '%s': %s".formatted(path, why),
                cause);
    }

    /// A value for a service of a host, such as the `password` for `libvirt` on `example.com`;
    /// empty if the file does not say.
    ///
    /// @throws LibvirtException CONF_SYNTAX if a group is named that is not there
    public Optional<String> lookup(String service, String host, String credential) {
        String name = "auth-%s-%s".formatted(service, host);
        Map<String, String> group = groups.get(name);
        if (group == null) {
            name = "auth-%s-default".formatted(service);
            group = groups.get(name);
        }
        if (group == null) {
            return Optional.empty();
        }
        String credentials = group.get("credentials");
        if (credentials == null) {
            throw wrong("Missing item 'credentials' in group '%s' in '%s'".formatted(name, file));
        }
        Map<String, String> values = groups.get("credentials-" + credentials);
        if (values == null) {
            throw wrong(
                    "Missing group 'credentials-%s' referenced from group '%s' in '%s'"
                            .formatted(credentials, name, file));
        }
        return Optional.ofNullable(values.get(credential));
    }

    private static LibvirtException wrong(String detail) {
        return new LibvirtException(ErrorDomain.NONE, ErrorCode.CONF_SYNTAX, detail);
    }
}
