package dev.jvirt.daemon.sasl;

import dev.jvirt.rpc.sasl.SaslMechanism;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/// `sasl2/libvirt.conf`: the file that libvirt's own daemon has for the library that it uses. What
/// that library alone understands is left to it.
///
/// @param mechanisms that clients may use; empty: all that this daemon can offer
/// @param keytab the keys of this service in its Kerberos realm
/// @param users the file that [UserFile] reads, if it is not the usual one
public record SaslConfig(
        Optional<List<SaslMechanism>> mechanisms, Optional<Path> keytab, Optional<Path> users) {
    private static final String NAME = "libvirt.conf";

    public SaslConfig {
        mechanisms = mechanisms.map(List::copyOf);
    }

    /// Reads the file in `folder`, or in the first of the folders that `SASL_CONF_PATH` lists and
    /// that has one.
    ///
    /// @throws IOException if there is one that cannot be read
    public static SaslConfig load(Path folder, Map<String, String> environment) throws IOException {
        var folders = new StringTokenizer(environment.getOrDefault("SASL_CONF_PATH", ""), ":");
        while (folders.hasMoreTokens()) {
            Path file = Path.of(folders.nextToken(), NAME);
            if (Files.exists(file)) {
                return read(file);
            }
        }
        try {
            return read(folder.resolve(NAME));
        } catch (NoSuchFileException e) {
            return parse("");
        }
    }

    private static SaslConfig read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (InvalidPathException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Reads the text of a file: lines such as `mech_list: scram-sha-256 gssapi`.
    static SaslConfig parse(String text) {
        var values = new HashMap<String, String>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && line.indexOf(':') > 0)
                .forEach(line -> put(values, line));
        return new SaslConfig(
                Optional.ofNullable(values.get("mech_list")).map(SaslMechanism::list),
                path(values, "keytab"),
                path(values, "jvirt_users_path"));
    }

    private static void put(Map<String, String> values, String line) {
        int colon = line.indexOf(':');
        values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private static Optional<Path> path(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key))
                .filter(text -> !text.isEmpty())
                .map(text -> Path.of(text.startsWith("FILE:") ? text.substring(5) : text));
    }
}
