package dev.jvirt.daemon.sasl;

import dev.jvirt.host.file.AtomicFile;
import dev.jvirt.rpc.sasl.PasswordCheck;
import dev.jvirt.rpc.sasl.digest.DigestSecrets;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import dev.jvirt.rpc.sasl.scram.ScramSecrets;
import dev.jvirt.rpc.sasl.scram.ScramVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The users and what recognises their passwords: a line `user` for each, and a line `decoy` with a
/// key that the answers for unknown users are made of, so that nobody can tell those apart.
///
/// It never changes; [#with] and [#without] make another one.
final class UserFile implements ScramSecrets, DigestSecrets, PasswordCheck {
    static final String NAME = "sasl-users";

    private static final int MODE = 0600;
    private static final int MAX_SIZE = 64 << 20;
    private static final int KEY_BYTES = 32;
    private static final String HEADER = "# Users who may log in by SASL, see virt-sasl-passwd.\n";

    private final byte[] decoy;
    private final Map<String, SaslUser> users;

    private UserFile(byte[] decoy, Map<String, SaslUser> users) {
        this.decoy = decoy;
        this.users = users;
    }

    /// Nobody.
    static UserFile empty() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new UserFile(key, Map.of());
    }

    /// Reads a file; one that is not there has no users.
    ///
    /// @throws IOException that names the file, and the line at fault
    static UserFile load(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new IOException("%s: it is larger than %d bytes".formatted(file, MAX_SIZE));
            }
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            return empty();
        }
    }

    /// Reads the text of a file.
    ///
    /// @param file its name in errors
    static UserFile parse(String file, String text) throws IOException {
        byte[] decoy = empty().decoy;
        var users = new TreeMap<String, SaslUser>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                if (line.startsWith("user\t")) {
                    SaslUser user = SaslUser.parse(line.substring(5));
                    users.put(user.name(), user);
                } else if (line.startsWith("decoy\t")) {
                    decoy = Base64.getDecoder().decode(line.substring(6));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    throw new IllegalArgumentException("neither user nor comment");
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
            }
        }
        return new UserFile(decoy, users);
    }

    /// Replaces a file by this, for the eyes of its owner only.
    void write(Path file) throws IOException {
        AtomicFile.write(file, format(), MODE);
    }

    String format() {
        var text = new StringBuilder(HEADER);
        text.append("decoy\t").append(Base64.getEncoder().encodeToString(decoy)).append('\n');
        for (SaslUser user : users.values()) {
            text.append("user\t").append(user.format()).append('\n');
        }
        return text.toString();
    }

    Collection<SaslUser> users() {
        return users.values();
    }

    /// The same with one user more, or with a new password for one.
    UserFile with(SaslUser user) {
        var more = new TreeMap<>(users);
        more.put(user.name(), user);
        return new UserFile(decoy, more);
    }

    /// The same without a user.
    UserFile without(String name) {
        var fewer = new TreeMap<>(users);
        fewer.remove(name);
        return new UserFile(decoy, fewer);
    }

    @Override
    public ScramVerifier scram(ScramHash hash, String user) {
        SaslUser known = users.get(user);
        // Made in any case: knowing a user takes no less time.
        ScramVerifier nobody = ScramVerifier.decoy(hash, decoy, user);
        return known == null ? nobody : known.verifier(hash).orElse(nobody);
    }

    @Override
    public boolean isPassword(String user, String password) {
        return scram(ScramHash.SHA_256, user).isPassword(password);
    }

    @Override
    public byte[] digest(String user, String realm) {
        byte[] nobody = new byte[16];
        new SecureRandom().nextBytes(nobody);
        SaslUser known = users.get(user);
        return known == null
                ? nobody
                : known.digest()
                        .filter(digest -> digest.realm().equals(realm))
                        .map(SaslUser.Digest::bytes)
                        .orElse(nobody);
    }

    @Override
    public List<String> realms() {
        var realms = new ArrayList<String>();
        for (SaslUser user : users.values()) {
            user.digest()
                    .map(SaslUser.Digest::realm)
                    .filter(realm -> !realms.contains(realm))
                    .ifPresent(realms::add);
        }
        return realms;
    }
}
