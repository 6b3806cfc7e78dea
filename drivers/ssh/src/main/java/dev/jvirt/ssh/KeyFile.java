package dev.jvirt.ssh;

import dev.jvirt.api.CredentialType;
import dev.jvirt.api.LibvirtException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/// A private key in a file, which may be locked with a passphrase.
record KeyFile(Path path, Dialect dialect, Questions questions) {
    private static final String OPENSSH = "-----BEGIN OPENSSH";

    /// @throws LibvirtException if it cannot be read or unlocked
    KeyPair read() {
        byte[] text;
        try {
            text = Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(Reasons.of(e));
        }
        var start = new String(text, StandardCharsets.ISO_8859_1);
        FilePasswordProvider passphrase =
                (_, _, _) -> passphrase(start.stripLeading().startsWith(OPENSSH));
        try (var in = new ByteArrayInputStream(text)) {
            var keys =
                    SecurityUtils.loadKeyPairIdentities(
                            null, NamedResource.ofName(path.toString()), in, passphrase);
            var all = keys == null ? List.<KeyPair>of().iterator() : keys.iterator();
            if (all.hasNext()) {
                return all.next();
            }
            throw wrong("Wrong passphrase or invalid/unrecognized private key file format");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw wrong("Wrong passphrase or invalid/unrecognized private key file format");
        }
    }

    private String passphrase(boolean openSsh) {
        if (questions.nobody()) {
            throw dialect.transport(
                    "No user interaction callback provided: Can't retrieve private key passphrase");
        }
        CredentialType kind =
                questions
                        .kind(List.of(CredentialType.PASSPHRASE, CredentialType.NOECHOPROMPT))
                        .orElseThrow(
                                () ->
                                        dialect.transport(
                                                "no suitable callback for input of key"
                                                        + " passphrase"));
        String prompt =
                dialect == Dialect.LIBSSH2
                        ? "Passphrase for key '%s'".formatted(path)
                        : openSsh ? "Passphrase" : "Passphrase for private key";
        return questions
                .ask(kind, prompt, Optional.empty())
                .orElseThrow(
                        () ->
                                dialect.transport(
                                        "failed to retrieve private key passphrase: callback has"
                                                + " failed"));
    }

    private LibvirtException unreadable(String reason) {
        return dialect.authentication(
                dialect == Dialect.LIBSSH2
                        ? failed("Unable to open private key file: " + reason)
                        : "error while reading private key '%s': %s".formatted(path, reason));
    }

    private LibvirtException wrong(String reason) {
        return dialect.authentication(
                dialect == Dialect.LIBSSH2
                        ? failed("Unable to extract public key from private key file: " + reason)
                        : "error while opening private key '%s', wrong passphrase?"
                                .formatted(path));
    }

    private String failed(String reason) {
        return "authentication with private key '%s' has failed: %s".formatted(path, reason);
    }
}
