package dev.jvirt.rpc.sasl;

import dev.jvirt.rpc.sasl.scram.ScramHash;
import dev.jvirt.rpc.sasl.scram.ScramVerifier;
import java.util.List;

/// What a server knows of its users to recognise them. For somebody whom it does not know it has
/// answers that nobody can tell from those for a user, and that no password fits.
public interface UserSecrets {
    /// What recognises the password of a user.
    ScramVerifier scram(ScramHash hash, String user);

    /// Whether that is the password of a user.
    default boolean isPassword(String user, String password) {
        return scram(ScramHash.SHA_256, user).isPassword(password);
    }

    /// MD5 of name, realm and password, parted by colons: what DIGEST-MD5 makes its keys of.
    byte[] digest(String user, String realm);

    /// The realms that users have such a digest for.
    List<String> realms();
}
