package dev.jvirt.tests.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.Sshd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs foreign and own clients; a test whose part is missing here is skipped with the reason.
final class Peers {
    private static final String PYTHON = "/usr/bin/python3";

    private Peers() {}

    private static void needs(Optional<String> missing) {
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    /// The assembled product and a QEMU to run guests with.
    static void needProduct() {
        needs(Product.missing());
        needProgram("qemu-system-x86_64");
    }

    /// A product that other users than ours can run.
    static void needProductForEverybody() {
        var command =
                List.of(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        Product.program("virsh"),
                        "--version");
        assumeTrue(
                Programs.run(command, "").exit() == 0, "other users cannot run the product here");
    }

    static void needCLibvirtd() {
        needs(CLibvirtd.missing());
    }

    static void needSshd() {
        needs(Sshd.missing());
    }

    static void needProgram(String name) {
        assumeTrue(Programs.find(name).isPresent(), name + " is not installed");
    }

    static void needPython() {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON))
                        && Programs.run(PYTHON, "-c", "import libvirt").exit() == 0,
                "libvirt-python is not installed");
    }

    static void needPerl() {
        needProgram("perl");
        assumeTrue(
                Programs.run("perl", "-MSys::Virt", "-e", "1").exit() == 0,
                "Sys::Virt is not installed");
    }

    static void needRoot() {
        assumeTrue(System.getProperty("user.name").equals("root"), "needs root");
    }

    /// Runs one of the scripts beside this class.
    static Output script(String name, String... arguments) {
        return Programs.run(command(name, arguments), "");
    }

    /// Runs one of the scripts, which reads `input`.
    static Output scriptReading(String name, String input) {
        return Programs.run(command(name), input);
    }

    /// Runs one of the scripts and tells what it has printed so far after each line.
    static void scriptLines(Consumer<List<String>> seen, String name, String... arguments) {
        try {
            var process =
                    Programs.builder(command(name, arguments)).redirectErrorStream(true).start();
            var lines = new ArrayList<String>();
            try (var reader = process.inputReader()) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                    seen.accept(List.copyOf(lines));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String name, String... arguments) {
        var command = new ArrayList<String>();
        if (name.endsWith(".py")) {
            command.addAll(List.of(PYTHON, "-B"));
        } else {
            command.add("perl");
        }
        command.add(resource(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Peers.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// C libvirt's virsh.
    static Output virsh(String uri, String... words) {
        return virsh("virsh", uri, words);
    }

    /// Our virsh.
    static Output ourVirsh(String uri, String... words) {
        return virsh(Product.program("virsh"), uri, words);
    }

    private static Output virsh(String program, String uri, String... words) {
        var command = new ArrayList<>(List.of(program, "-c", uri));
        command.addAll(Arrays.asList(words));
        return Programs.run(command, "");
    }

    /// Writes a file for a client to read.
    static String file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder in which a daemon can live.
    static Path root(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until a daemon, whose socket is there already, listens on a port of the loopback.
    static void awaitPort(int port) {
        Await.until("a listener on port " + port, Duration.ofSeconds(30), () -> isOpen(port));
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
