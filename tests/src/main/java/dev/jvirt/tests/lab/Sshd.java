package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// OpenSSH's server on a port of the loopback device: whoever comes by it finds a daemon where that
/// of the system would be.
///
/// Accounts, keys and settings are its own, in a mount namespace; that needs root. [#USER] may come
/// with the password [#PASSWORD], with [#key] or with what [#allow] adds.
public final class Sshd implements AutoCloseable {
    /// The account that clients use.
    public static final String USER = "wanda";

    /// Its password.
    public static final String PASSWORD = "secret";

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Path root;
    private final int port;
    private final DaemonProcess process;

    private Sshd(Path root, int port, DaemonProcess process) {
        this.root = root;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// What is missing to run one here; empty if nothing is.
    public static Optional<String> missing() {
        if (Programs.find("sshd").isEmpty() || Programs.find("ssh").isEmpty()) {
            return Optional.of("OpenSSH's server or client is not installed");
        }
        return CLibvirtd.missing();
    }

    /// Starts one and waits until it listens.
    ///
    /// @param root an empty folder
    /// @param daemon what is found behind it
    public static Sshd start(Path root, Daemon daemon) {
        try {
            Path script = root.resolve("private-sshd.sh");
            try (var resource = Sshd.class.getResourceAsStream("private-sshd.sh")) {
                Files.copy(
                        Objects.requireNonNull(resource),
                        script,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            int port = freePort();
            String programs =
                    daemon instanceof JvirtLibvirtd
                            ? Path.of(Product.program("virsh")).resolveSibling("").toString()
                            : "/usr/bin";
            var process =
                    DaemonProcess.launch(
                            List.of(
                                    "unshare",
                                    "--mount",
                                    "--propagation",
                                    "private",
                                    "sh",
                                    script.toString(),
                                    root.toString(),
                                    String.valueOf(port),
                                    daemon.socket().resolveSibling("").toString(),
                                    programs),
                            root.resolve("output"));
            var sshd = new Sshd(root, port, process);
            sshd.awaitStart();
            sshd.makeClientFiles();
            return sshd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() {
        Await.until(
                "sshd on port " + port,
                START_LIMIT,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("sshd ended: " + process.printed());
                    }
                    return isListening();
                });
    }

    private boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void makeClientFiles() throws IOException {
        makeKey("key", "");
        allow("key");
        var known = new StringBuilder();
        try (var keys = Files.newDirectoryStream(root.resolve("etc"), "host_*.pub")) {
            for (Path key : keys) {
                known.append("[127.0.0.1]:%d %s".formatted(port, Files.readString(key)));
            }
        }
        Files.writeString(knownHosts(), known);
    }

    /// Makes a key for clients.
    ///
    /// @return the file of its private half
    public Path makeKey(String name, String passphrase) {
        Path file = root.resolve(name);
        Programs.run(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        passphrase,
                        "-C",
                        "",
                        "-f",
                        file.toString())
                .orFail();
        return file;
    }

    /// Lets a key in.
    public void allow(String name) {
        try {
            Path list = root.resolve("home/.ssh/authorized_keys");
            String others = Files.exists(list) ? Files.readString(list) : "";
            Files.writeString(list, others + Files.readString(root.resolve(name + ".pub")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The port.
    public int port() {
        return port;
    }

    /// A key that is let in.
    public Path key() {
        return root.resolve("key");
    }

    /// Its own keys, as clients keep them.
    public Path knownHosts() {
        return root.resolve("known_hosts");
    }

    /// The URI that reaches the daemon by ssh inside the client, with a key.
    ///
    /// @param transport `libssh` or `libssh2`
    public String libraryUri(String transport, String more) {
        return "qemu+%s://%s@127.0.0.1:%d/system?known_hosts=%s&keyfile=%s&sshauth=privkey%s"
                .formatted(transport, USER, port, knownHosts(), key(), more);
    }

    /// The URI that reaches the daemon by the user's own ssh, which here knows the server.
    public String programUri(String more) {
        return "qemu+ssh://%s@127.0.0.1:%d/system?keyfile=%s&no_tty=1&command=%s%s"
                .formatted(USER, port, key(), program(knownHosts()), more);
    }

    /// An ssh that keeps the keys of servers elsewhere than its user does.
    public Path program(Path hosts) {
        Path file = root.resolve("ssh-" + hosts.getFileName());
        try {
            Files.writeString(
                    file,
                    """
                    #!/bin/sh
                    exec ssh -F none -o UserKnownHostsFile=%s -o IdentitiesOnly=yes \
                    -o GlobalKnownHostsFile=/dev/null "$@"
                    """
                            .formatted(hosts));
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("cannot make it executable: " + file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.stop();
        }
    }
}
