package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins by SASL: C's client and ours at C's daemon and ours. All four must come to the same, word
/// for word.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaslPeersTest {
    private static final String ALL = "2,5,8";

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private List<Place> places;

    /// A daemon that asks for logins on its socket and on a port.
    private record Place(Daemon daemon, int port) {
        String uri(Attempt attempt) {
            String reach =
                    attempt.transport().equals("tcp")
                            ? "test+tcp://127.0.0.1:%d/default?".formatted(port)
                            : "test+unix:///default?socket=%s&".formatted(daemon.socket());
            return reach + attempt.parameters();
        }
    }

    /// @param parameters of the URI
    /// @param types the numbers of the credentials that the user can give
    private record Attempt(
            String transport, String parameters, String user, String password, String types) {
        static Attempt unix(String parameters, String user, String password) {
            return new Attempt("unix", parameters, user, password, ALL);
        }

        static Attempt tcp(String parameters, String user, String password) {
            return new Attempt("tcp", parameters, user, password, ALL);
        }

        Attempt withTypes(String other) {
            return new Attempt(transport, parameters, user, password, other);
        }
    }

    @BeforeAll
    void startDaemons() throws IOException {
        Peers.needProduct();
        Peers.needCLibvirtd();
        Peers.needPython();
        Peers.needProgram("saslpasswd2");
        places = List.of(startC(), startOurs());
        places.forEach(place -> Peers.awaitPort(place.port()));
    }

    @AfterAll
    void stopDaemons() {
        if (places != null) {
            places.forEach(place -> place.daemon().close());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(int port) {
        return """
        auth_unix_rw = "sasl"
        listen_tls = 0
        listen_tcp = 1
        listen_addr = "127.0.0.1"
        tcp_port = "%d"
        auth_tcp = "sasl"
        sasl_allowed_username_list = ["j?e", "jane*"]
        """
                .formatted(port);
    }

    private static final String MECHANISMS =
            "mech_list: plain scram-sha-1 digest-md5 scram-sha-256\n";

    private static Place startC() throws IOException {
        Path root = Files.createDirectories(folder.resolve("c"));
        Path users = root.resolve("sasldb2");
        Path config = Files.createDirectories(root.resolve("sasl2"));
        Files.writeString(
                config.resolve("libvirt.conf"), MECHANISMS + "sasldb_path: " + users + "\n");
        for (String user : List.of("joe", "jane-1", "jim")) {
            Programs.run(
                            List.of("saslpasswd2", "-p", "-c", "-f", users.toString(), user),
                            "geheim,=\"\\ 1")
                    .orFail();
        }
        int port = freePort();
        var settings =
                new CLibvirtd.Settings(
                        configuration(port),
                        List.of("SASL_CONF_PATH=" + config),
                        List.of("--listen"));
        return new Place(CLibvirtd.startWith(settings, root), port);
    }

    private static Place startOurs() throws IOException {
        Path root = Files.createDirectories(folder.resolve("j"));
        Path etc = Files.createDirectories(root.resolve("etc/libvirt"));
        Files.writeString(
                Files.createDirectories(root.resolve("etc/sasl2")).resolve("libvirt.conf"),
                MECHANISMS);
        for (String user : List.of("joe", "jane-1", "jim")) {
            Programs.run(
                            List.of(
                                    Product.program("virt-sasl-passwd"),
                                    "--file",
                                    etc.resolve("sasl-users").toString(),
                                    "--stdin",
                                    "--digest-md5",
                                    "add",
                                    user),
                            "geheim,=\"\\ 1\n")
                    .orFail();
        }
        int port = freePort();
        Files.writeString(etc.resolve("libvirtd.conf"), configuration(port));
        return new Place(JvirtLibvirtd.start(root, "--listen"), port);
    }

    private static final String RIGHT = "geheim,=\"\\ 1";

    /// What all four pairs come to.
    private List<String> outcomes(List<Attempt> attempts) {
        List<String> reference = theirs(places.getFirst(), attempts);
        for (Place place : places) {
            String where = "at the daemon " + place.daemon().name();
            assertThat(theirs(place, attempts)).as("C's client " + where).isEqualTo(reference);
            assertThat(ours(place, attempts)).as("our client " + where).isEqualTo(reference);
        }
        return reference;
    }

    private static List<String> theirs(Place place, List<Attempt> attempts) {
        var lines = new StringBuilder();
        for (Attempt attempt : attempts) {
            lines.append(
                    String.join(
                            "\t",
                            place.uri(attempt),
                            attempt.user(),
                            attempt.password(),
                            attempt.types() + "\n"));
        }
        return Peers.scriptReading("login.py", lines.toString()).orFail().lines().toList();
    }

    private static List<String> ours(Place place, List<Attempt> attempts) {
        var outcomes = new ArrayList<String>();
        for (Attempt attempt : attempts) {
            try (var connection =
                    Connection.openAuth(
                            Optional.of(place.uri(attempt)), new User(attempt), Flags.none())) {
                outcomes.add("ok " + connection.domains(Flags.none()).size());
            } catch (LibvirtException e) {
                outcomes.add(
                        "%d %d %s".formatted(e.code().code(), e.domain().code(), e.getMessage()));
            }
        }
        return outcomes;
    }

    private record User(Attempt attempt) implements Authenticator {
        @Override
        public Set<CredentialType> supported() {
            var types = EnumSet.noneOf(CredentialType.class);
            for (String type : attempt.types().split(",")) {
                if (!type.isEmpty()) {
                    types.add(CredentialType.of(Integer.parseInt(type)));
                }
            }
            return types;
        }

        @Override
        public Optional<List<String>> answer(List<Credential> questions) {
            if (attempt.password().equals("CANCEL")) {
                return Optional.empty();
            }
            return Optional.of(questions.stream().map(this::answer).toList());
        }

        private String answer(Credential question) {
            return switch (question.type()) {
                case AUTHNAME -> attempt.user();
                case PASSPHRASE -> attempt.password();
                default -> question.defaultResult().orElse("");
            };
        }
    }

    @Test
    void whoKnowsThePasswordComesInByEveryMechanism() {
        var attempts = new ArrayList<Attempt>();
        attempts.add(Attempt.unix("", "joe", RIGHT));
        attempts.add(Attempt.unix("auth=sasl", "jane-1", RIGHT));
        for (String mechanism : List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN")) {
            attempts.add(Attempt.unix("auth=sasl." + mechanism, "joe", RIGHT));
        }
        attempts.add(Attempt.tcp("", "joe", RIGHT));
        attempts.add(Attempt.tcp("auth=sasl.DIGEST-MD5", "jane-1", RIGHT));

        assertThat(outcomes(attempts)).containsOnly("ok 1");
    }

    @Test
    void nobodyElseComesInAndAllAreToldTheSame() {
        var attempts = new ArrayList<Attempt>();
        for (String mechanism : List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN")) {
            attempts.add(Attempt.unix("auth=sasl." + mechanism, "joe", "falsch"));
            attempts.add(Attempt.unix("auth=sasl." + mechanism, "nobody", RIGHT));
            attempts.add(Attempt.unix("auth=sasl." + mechanism, "jim", RIGHT));
        }
        attempts.add(Attempt.tcp("", "joe", "falsch"));
        attempts.add(Attempt.tcp("", "jim", RIGHT));

        assertThat(outcomes(attempts))
                .containsOnly("45 7 authentication failed: authentication failed");
    }

    @Test
    void whatTheClientCannotDoIsSaidByTheClient() {
        var attempts =
                List.of(
                        Attempt.unix("", "joe", "CANCEL"),
                        Attempt.tcp("", "joe", "CANCEL"),
                        Attempt.unix("", "joe", RIGHT).withTypes(""),
                        Attempt.unix("", "joe", RIGHT).withTypes("2"),
                        Attempt.unix("", "joe", RIGHT).withTypes("5"),
                        Attempt.tcp("", "joe", RIGHT).withTypes("5"),
                        Attempt.unix("", " ", RIGHT),
                        Attempt.tcp("", "", RIGHT),
                        Attempt.unix("auth=sasl.GSSAPI", "joe", RIGHT),
                        Attempt.unix("auth=sasl.NTLM", "joe", RIGHT),
                        Attempt.tcp("auth=sasl.PLAIN", "joe", RIGHT),
                        Attempt.tcp("auth=sasl.SCRAM-SHA-256", "joe", RIGHT),
                        Attempt.unix("auth=polkit", "joe", RIGHT),
                        Attempt.unix("auth=magic", "joe", RIGHT));

        assertThat(outcomes(attempts)).allMatch(outcome -> outcome.startsWith("45 "));
    }

    @Test
    void theFileOfPasswordsAnswersWhatItKnows() {
        var attempts =
                List.of(
                        file("all", "authname=joe\npassword=" + RIGHT, "credentials=x", "x"),
                        file("name", "authname=joe", "credentials=x", RIGHT),
                        file("password", "password=" + RIGHT, "credentials=x", "x"),
                        file("wrong", "authname=joe\npassword=falsch", "credentials=x", RIGHT),
                        file("noitem", "authname=joe", "", RIGHT),
                        file("nogroup", "authname=joe", "credentials=y", RIGHT));

        List<String> outcomes = outcomes(attempts);

        assertThat(outcomes.subList(0, 3)).containsOnly("ok 1");
        assertThat(outcomes.subList(3, 6)).noneMatch(outcome -> outcome.startsWith("ok"));
    }

    private static Attempt file(String name, String credentials, String group, String password) {
        try {
            Path file =
                    Files.writeString(
                            folder.resolve(name),
                            """
                            [credentials-x]
                            %s
                            [auth-libvirt-localhost]
                            %s
                            """
                                    .formatted(credentials, group));
            return Attempt.unix("authfile=" + file, "joe", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ourShellTakesTheUserFromTheUriAndThePasswordFromTheFile() throws IOException {
        for (Place place : places) {
            Path file =
                    Files.writeString(
                            folder.resolve("shell"),
                            """
                            [credentials-x]
                            password=%s
                            [auth-libvirt-default]
                            credentials=x
                            """
                                    .formatted(RIGHT));
            String uri =
                    "test+tcp://joe@127.0.0.1:%d/default?authfile=%s".formatted(place.port(), file);

            var output =
                    Programs.run(
                            List.of(Product.program("virsh"), "-c", uri, "list", "--name"), "\n");

            assertThat(output.orFail())
                    .contains("Please enter your authentication name: ")
                    .contains("test");
        }
    }
}
