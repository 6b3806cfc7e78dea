package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.config.AuthFile;
import dev.jvirt.rpc.sasl.ClientMechanism;
import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.PasswordCheck;
import dev.jvirt.rpc.sasl.PlainServer;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SaslPrep;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import dev.jvirt.rpc.sasl.ServerMechanism;
import dev.jvirt.rpc.sasl.digest.DigestClient;
import dev.jvirt.rpc.sasl.digest.DigestSecrets;
import dev.jvirt.rpc.sasl.digest.DigestServer;
import dev.jvirt.rpc.sasl.scram.ScramClient;
import dev.jvirt.rpc.sasl.scram.ScramHash;
import dev.jvirt.rpc.sasl.scram.ScramSecrets;
import dev.jvirt.rpc.sasl.scram.ScramServer;
import dev.jvirt.rpc.sasl.scram.ScramVerifier;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Logins: what comes before anybody is known. Each line is what the peer says next.
final class SaslTargets {
    private static final Set<Class<? extends RuntimeException>> SASL = Set.of(SaslFailure.class);

    private SaslTargets() {}

    static List<FuzzTarget> all() {
        var all = new ArrayList<FuzzTarget>();
        all.add(
                server(
                        "scram-server",
                        "clients that log in by SCRAM",
                        () -> new ScramServer(ScramHash.SHA_256, new Nobody())));
        all.add(
                server(
                        "digest-server",
                        "clients that log in by DIGEST-MD5",
                        () -> new DigestServer(SecurityNeeds.exposed(56), new Nobody())));
        all.add(
                server(
                        "plain-server",
                        "clients that log in by PLAIN",
                        () -> new PlainServer(new Nobody())));
        all.add(
                client(
                        "scram-client",
                        "servers that want a login by SCRAM",
                        SaslTargets::scramClient));
        all.add(
                client(
                        "digest-client",
                        "servers that want a login by DIGEST-MD5",
                        () ->
                                new DigestClient(
                                        "host", SecurityNeeds.exposed(56), _ -> somebody())));
        all.add(target("sasl-prep", "names and passwords", SASL, SaslPrep::query));
        all.add(
                target(
                        "sasl-user",
                        "lines of the file of users",
                        Set.of(IllegalArgumentException.class),
                        text -> Hidden.call("dev.jvirt.daemon.sasl.SaslUser", "parse", text)));
        all.add(
                target(
                        "sasl-conf",
                        "the configuration of the SASL library",
                        Set.of(InvalidPathException.class),
                        text -> Hidden.call("dev.jvirt.daemon.sasl.SaslConfig", "parse", text)));
        all.add(
                target(
                        "auth-conf",
                        "the client's passwords",
                        Set.of(LibvirtException.class),
                        text ->
                                new AuthFile("auth.conf", text)
                                        .lookup("libvirt", "host", "password")));
        return all;
    }

    /// A server that knows nobody.
    private static final class Nobody implements ScramSecrets, DigestSecrets, PasswordCheck {
        /// Fewer iterations than anybody has: a guess need not take its time here.
        private static final ScramVerifier VERIFIER =
                ScramVerifier.parse(
                                "SCRAM-SHA-256$1:AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                                        + ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .orElseThrow();

        @Override
        public ScramVerifier scram(ScramHash hash, String user) {
            return VERIFIER;
        }

        @Override
        public boolean isPassword(String user, String password) {
            return password.equals("geheim");
        }

        @Override
        public byte[] digest(String user, String realm) {
            return new byte[16];
        }

        @Override
        public List<String> realms() {
            return List.of("realm");
        }
    }

    /// One whose nonce the seeds can know.
    private static ClientMechanism scramClient() {
        CredentialSource somebody = _ -> somebody();
        return (ClientMechanism)
                Hidden.construct(ScramClient.class.getName(), ScramHash.SHA_256, somebody, "abc");
    }

    private static Credentials somebody() {
        return new Credentials("", "joe", "geheim", Optional.empty());
    }

    private static FuzzTarget server(
            String name, String purpose, Supplier<ServerMechanism> mechanism) {
        return target(
                name,
                purpose,
                SASL,
                text -> {
                    ServerMechanism server = mechanism.get();
                    for (String line : lines(text)) {
                        server.step(Optional.of(line.getBytes(ISO_8859_1)));
                    }
                });
    }

    private static FuzzTarget client(
            String name, String purpose, Supplier<ClientMechanism> mechanism) {
        return target(
                name,
                purpose,
                SASL,
                text -> {
                    if (isSlow(text)) {
                        return;
                    }
                    ClientMechanism client = mechanism.get();
                    client.start();
                    for (String line : lines(text)) {
                        client.step(Optional.of(line.getBytes(ISO_8859_1)));
                    }
                });
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /// A server may want many iterations: that takes its time, as it should.
    private static boolean isSlow(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < 5; i++) {
            digits = Character.isDigit(text.charAt(i)) ? digits + 1 : 0;
        }
        return digits == 5;
    }

    private static FuzzTarget target(
            String name,
            String purpose,
            Set<Class<? extends RuntimeException>> refusals,
            Consumer<String> reading) {
        return new FuzzTarget(
                name,
                purpose,
                refusals,
                () -> SeedFiles.of(name),
                SeedFiles.words(name),
                input -> reading.accept(new String(input, UTF_8)));
    }
}
