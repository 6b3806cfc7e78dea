package dev.jvirt.ssh;

import dev.jvirt.api.CredentialType;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/// The keys of servers that the user knows, and what becomes of others.
final class HostKeys implements ServerKeyVerifier {
    private static final int USUAL_PORT = 22;
    private static final String COMMENT = "added by libvirt ssh transport";
    private static final String REVOKED = "revoked";

    private final SshPlan plan;
    private final Questions questions;
    private final List<KnownHostEntry> known;
    private volatile @Nullable LibvirtException refusal;

    private HostKeys(SshPlan plan, Questions questions, List<KnownHostEntry> known) {
        this.plan = plan;
        this.questions = questions;
        this.known = known;
    }

    /// Reads what is known about the server; nothing is if the file is not there.
    static HostKeys read(SshPlan plan, Questions questions) {
        var own = new ArrayList<KnownHostEntry>();
        boolean matters = plan.verification() != Verification.IGNORE;
        if (matters && Files.exists(plan.knownHosts())) {
            try {
                for (var entry : KnownHostEntry.readKnownHostEntries(plan.knownHosts())) {
                    if (entry.isHostMatch(plan.server().host(), plan.server().port())) {
                        own.add(entry);
                    }
                }
            } catch (IOException | RuntimeException e) {
                throw plan.dialect()
                        .transport(
                                "unable to load knownhosts file '%s': %s"
                                        .formatted(plan.knownHosts(), Reasons.of(e)));
            }
        }
        return new HostKeys(plan, questions, own);
    }

    /// The kinds of key to ask the server for: first those that can be compared with a known one.
    List<NamedFactory<Signature>> preferred() {
        var first = new ArrayList<NamedFactory<Signature>>();
        var rest = new ArrayList<NamedFactory<Signature>>();
        for (var signature : plan.dialect().hostKeys()) {
            String type = KeyUtils.getCanonicalKeyType(signature.getName());
            boolean comparable =
                    known.stream().anyMatch(entry -> type.equals(entry.getKeyEntry().getKeyType()));
            (comparable ? first : rest).add(signature);
        }
        first.addAll(rest);
        return first;
    }

    /// Why the server's key was refused.
    Optional<LibvirtException> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        try {
            verify(key);
            return true;
        } catch (LibvirtException e) {
            refusal = e;
            return false;
        }
    }

    private void verify(PublicKey key) {
        if (plan.verification() == Verification.IGNORE) {
            return;
        }
        boolean matches = false;
        for (var entry : known) {
            if (KeyUtils.compareKeys(keyOf(entry), key)) {
                if (REVOKED.equals(entry.getMarker())) {
                    throw differs(key);
                }
                matches |= entry.getMarker() == null;
            }
        }
        if (matches) {
            return;
        }
        if (!known.isEmpty()) {
            throw differs(key);
        }
        if (plan.verification() == Verification.NORMAL) {
            askFor(key);
        }
        remember(key);
    }

    private static @Nullable PublicKey keyOf(KnownHostEntry entry) {
        try {
            return entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
        } catch (IOException | GeneralSecurityException unreadable) {
            // It matches no key, so a server that has one of that kind is refused.
            return null;
        }
    }

    private LibvirtException differs(PublicKey key) {
        String shown = plan.dialect().fingerprint(key);
        if (plan.dialect() == Dialect.LIBSSH2) {
            var raw = new ByteArrayBuffer();
            raw.putRawPublicKey(key);
            shown = Base64.getEncoder().encodeToString(raw.getCompactData());
        }
        return plan.dialect()
                .authentication(
                        ("!!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host '%s:%d' differs"
                                        + " from stored identity. Please verify the new host key"
                                        + " '%s' to avoid possible man in the middle attack. The"
                                        + " key is stored in '%s'.")
                                .formatted(
                                        plan.server().host(),
                                        plan.server().port(),
                                        shown,
                                        plan.knownHosts()));
    }

    private void askFor(PublicKey key) {
        var dialect = plan.dialect();
        if (questions.nobody()) {
            throw dialect.transport(
                    "No user interaction callback provided: Can't verify the session host key");
        }
        CredentialType kind =
                questions
                        .kind(List.of(CredentialType.ECHOPROMPT))
                        .orElseThrow(
                                () ->
                                        dialect.transport(
                                                "no suitable callback for host key verification"));
        String hash = dialect.fingerprint(key);
        String host = plan.server().host();
        String answer =
                questions
                        .ask(
                                kind,
                                "Accept SSH host key with hash '%s' for host '%s:%d' (y/n)?"
                                        .formatted(hash, host, plan.server().port()),
                                Optional.empty())
                        .orElseThrow(
                                () ->
                                        dialect.transport(
                                                "failed to retrieve decision to accept host key"));
        if (!answer.equalsIgnoreCase("y")) {
            throw dialect.transport(
                    "SSH host key for '%s' (%s) was not accepted".formatted(host, hash));
        }
    }

    private void remember(PublicKey key) {
        var server = plan.server();
        String name =
                server.port() == USUAL_PORT
                        ? server.host()
                        : "[%s]:%d".formatted(server.host(), server.port());
        String line = "%s %s %s\n".formatted(name, PublicKeyEntry.toString(key), COMMENT);
        Path file = plan.knownHosts().toAbsolutePath();
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            try (var channel =
                    Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-r--r--")))) {
                channel.write(StandardCharsets.UTF_8.encode(line));
            }
        } catch (IOException e) {
            throw plan.dialect()
                    .transport(
                            "failed to write known_host file '%s': %s"
                                    .formatted(plan.knownHosts(), Reasons.of(e)));
        }
    }
}
