package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Certificates and keys made with `openssl` for tests, and folders of them as clients have them.
public final class Pki {
    private static final String CONFIG =
            """
            [ca]
            default_ca = here
            [here]
            database = %1$s/%2$s.index
            serial = %1$s/%2$s.serial
            new_certs_dir = %1$s
            certificate = %1$s/%2$s.pem
            private_key = %1$s/%2$s.key
            default_md = sha256
            policy = anything
            unique_subject = no
            preserve = yes
            default_crl_days = 30
            [anything]
            countryName = optional
            organizationName = optional
            commonName = supplied
            """;

    private static final String USE =
            "basicConstraints = critical, CA:FALSE\nkeyUsage = critical, digitalSignature,"
                    + " keyEncipherment\n";
    private static final String SERVER =
            USE
                    + "extendedKeyUsage = serverAuth\n"
                    + "subjectAltName = DNS:localhost, IP:127.0.0.1\n";
    private static final String CLIENT = USE + "extendedKeyUsage = clientAuth\n";
    private static final String PAST = "20200101000000Z";
    private static final String PRESENT = "20210101000000Z";
    private static final String FUTURE = "20900101000000Z";
    private static final String FAR_FUTURE = "20950101000000Z";

    private final Path folder;

    /// @param folder where everything is put
    public Pki(Path folder) {
        this.folder = folder;
        authority("ca");
    }

    /// What is missing to make certificates here; empty if nothing is.
    public static Optional<String> missing() {
        return Programs.find("openssl").isEmpty()
                ? Optional.of("openssl is not installed")
                : Optional.empty();
    }

    /// Makes somebody who vouches for others.
    public void authority(String name) {
        write(name + ".conf", CONFIG.formatted(folder, name));
        write(name + ".index", "");
        write(name + ".serial", "01\n");
        openssl(
                "req -x509 -newkey rsa:2048 -nodes -days 3000 -keyout %s -out %s -addext %s"
                        .formatted(
                                key(name),
                                certificate(name),
                                "keyUsage=critical,keyCertSign,cRLSign"),
                "-subj",
                "/CN=Authority " + name);
    }

    /// Makes a certificate of a server that is called localhost.
    public void server(String name) {
        make(name, "ca", "/CN=localhost", SERVER, PRESENT, FUTURE);
    }

    /// Makes a certificate of a server that is called otherwise.
    public void otherServer(String name) {
        String other = SERVER.replace("DNS:localhost, IP:127.0.0.1", "DNS:elsewhere.example");
        make(name, "ca", "/CN=elsewhere.example", other, PRESENT, FUTURE);
    }

    /// Makes a certificate of a client.
    ///
    /// @param authority who vouches for it
    public void client(String name, String authority) {
        make(name, authority, "/C=GB/O=Acme/CN=" + name, CLIENT, PRESENT, FUTURE);
    }

    /// Makes a certificate that is valid no longer.
    public void expired(String name, boolean server) {
        make(name, "ca", "/CN=localhost", server ? SERVER : CLIENT, PAST, PRESENT);
    }

    /// Makes a certificate that is not valid yet.
    public void future(String name, boolean server) {
        make(name, "ca", "/CN=localhost", server ? SERVER : CLIENT, FUTURE, FAR_FUTURE);
    }

    private void make(
            String name, String authority, String subject, String use, String from, String to) {
        Path request = folder.resolve(name + ".csr");
        openssl(
                "req -new -newkey rsa:2048 -nodes -keyout %s -out %s".formatted(key(name), request),
                "-subj",
                subject);
        write(name + ".ext", use);
        openssl(
                "ca -config %s -batch -notext -startdate %s -enddate %s -extfile %s -in %s -out %s"
                        .formatted(
                                folder.resolve(authority + ".conf"),
                                from,
                                to,
                                folder.resolve(name + ".ext"),
                                request,
                                certificate(name)));
    }

    /// Takes a certificate back.
    ///
    /// @return the list that says so
    public Path revoke(String name) {
        Path config = folder.resolve("ca.conf");
        Path list = folder.resolve(name + ".crl");
        openssl("ca -config %s -revoke %s".formatted(config, certificate(name)));
        openssl("ca -config %s -gencrl -out %s".formatted(config, list));
        return list;
    }

    /// @param words with a blank between them, behind them those that have blanks
    private static void openssl(String words, String... more) {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ", -1)));
        command.addAll(List.of(more));
        Programs.run(command.toArray(String[]::new)).orFail();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }

    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    /// A folder as `pkipath` wants it.
    ///
    /// @param authority whom the client trusts
    public Path clientFolder(String name, String authority) {
        try {
            Path home = Files.createDirectories(folder.resolve("of-" + name + "-" + authority));
            copy(certificate(authority), home.resolve("cacert.pem"));
            copy(certificate(name), home.resolve("clientcert.pem"));
            copy(key(name), home.resolve("clientkey.pem"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.writeString(to, Files.readString(from));
    }

    /// Lines of a daemon's configuration for a port of this host alone.
    public String configuration(String server, int port) {
        return """
               listen_tcp = 0
               listen_addr = "127.0.0.1"
               """
                + tls(server, port);
    }

    /// Lines of a daemon's configuration about TLS.
    public String tls(String server, int port) {
        return """
               listen_tls = 1
               tls_port = "%d"
               ca_file = "%s"
               cert_file = "%s"
               key_file = "%s"
               """
                .formatted(port, certificate("ca"), certificate(server), key(server));
    }
}
