package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A Kerberos realm of its own, with its server on a loopback port: JVIRT.TEST.
public final class Kdc implements AutoCloseable {
    private static final String CLIENT_CONF =
            """
            [libdefaults]
             default_realm = JVIRT.TEST
             dns_lookup_kdc = false
             dns_lookup_realm = false
             rdns = false
             dns_canonicalize_hostname = false
             ignore_acceptor_hostname = true
             udp_preference_limit = 1
            [realms]
             JVIRT.TEST = {
              kdc = 127.0.0.1:%1$d
             }
            [domain_realm]
             localhost = JVIRT.TEST
            """;

    private static final String SERVER_CONF =
            """
            [kdcdefaults]
             kdc_listen = 127.0.0.1:%1$d
             kdc_tcp_listen = 127.0.0.1:%1$d
            [realms]
             JVIRT.TEST = {
              database_name = %2$s/principal
              key_stash_file = %2$s/stash
              acl_file = %2$s/acl
             }
            """;

    private final Path folder;
    private final Process server;

    private Kdc(Path folder, Process server) {
        this.folder = folder;
        this.server = server;
    }

    /// Makes a realm and starts its server.
    ///
    /// @param folder an empty folder
    public static Kdc start(Path folder) {
        try {
            int port = freePort();
            Files.writeString(folder.resolve("krb5.conf"), CLIENT_CONF.formatted(port));
            Files.writeString(folder.resolve("kdc.conf"), SERVER_CONF.formatted(port, folder));
            run(folder, "", "kdb5_util", "create", "-r", "JVIRT.TEST", "-s", "-P", "master");
            var command = inside(folder, "krb5kdc", "-n", "-P", folder.resolve("pid").toString());
            var server =
                    Programs.builder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output").toFile())
                            .start();
            var kdc = new Kdc(folder, server);
            Runtime.getRuntime().addShutdownHook(new Thread(kdc::close));
            Await.until("a listening KDC", Duration.ofSeconds(20), () -> isListening(port));
            return kdc;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static List<String> inside(Path folder, String... command) {
        var words = new ArrayList<String>();
        words.add("env");
        words.add("KRB5_CONFIG=" + folder.resolve("krb5.conf"));
        words.add("KRB5_KDC_PROFILE=" + folder.resolve("kdc.conf"));
        words.addAll(List.of(command));
        return words;
    }

    private static void run(Path folder, String input, String... command) {
        Programs.run(inside(folder, command), input).orFail();
    }

    /// Adds a user.
    public void addUser(String name, String password) {
        run(folder, "", "kadmin.local", "-q", "addprinc -pw %s %s".formatted(password, name));
    }

    /// Adds a service and tells the file of its keys.
    public Path addService(String name) {
        Path keytab = folder.resolve("keytab");
        run(folder, "", "kadmin.local", "-q", "addprinc -randkey " + name);
        run(folder, "", "kadmin.local", "-q", "ktadd -k %s %s".formatted(keytab, name));
        return keytab;
    }

    /// Gets a user's ticket and tells the file that it is in.
    public Path ticket(String name, String password) {
        Path cache = folder.resolve("ticket-" + name);
        run(folder, password + "\n", "kinit", "-c", "FILE:" + cache, name);
        return cache;
    }

    /// The configuration of its clients.
    public Path config() {
        return folder.resolve("krb5.conf");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
