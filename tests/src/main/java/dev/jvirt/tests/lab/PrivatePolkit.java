package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// polkit's own daemon on a bus of its own, with the actions of our product and rules of a test.
public final class PrivatePolkit implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private static final String BUS =
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
              </policy>
            </busconfig>
            """;

    private static final List<String> DAEMONS =
            List.of(
                    "/usr/lib/polkit-1/polkitd",
                    "/usr/libexec/polkitd",
                    "/usr/libexec/polkit-1/polkitd");

    private final Path root;
    private final DaemonProcess process;

    private PrivatePolkit(Path root, DaemonProcess process) {
        this.root = root;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// What is missing to run one here; empty if nothing is.
    public static Optional<String> missing() {
        if (daemon().isEmpty()) {
            return Optional.of("polkitd is not installed");
        }
        if (Programs.find("dbus-daemon").isEmpty() || Programs.find("pkcheck").isEmpty()) {
            return Optional.of("dbus-daemon or pkcheck is not installed");
        }
        if (Programs.find("unshare").isEmpty()
                || Programs.run("unshare", "--mount", "--propagation", "private", "true").exit()
                        != 0) {
            return Optional.of("no right to make a mount namespace for polkitd (needs root)");
        }
        return Optional.empty();
    }

    private static Optional<String> daemon() {
        return DAEMONS.stream().filter(file -> Files.isExecutable(Path.of(file))).findFirst();
    }

    /// Starts one and waits until it answers.
    ///
    /// @param root an empty folder with a short name
    /// @param rules in polkit's own language
    public static PrivatePolkit start(Path root, String rules) {
        try {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectories(root.resolve("rules"));
            Files.writeString(root.resolve("rules/50-test.rules"), rules);
            Files.createDirectories(root.resolve("actions"));
            for (String file : List.of("org.libvirt.unix.policy", "org.libvirt.api.policy")) {
                Files.copy(
                        Product.file("share/polkit-1/actions").resolve(file),
                        root.resolve("actions").resolve(file));
            }
            Files.writeString(root.resolve("bus.conf"), BUS.formatted(root.resolve("bus")));
            Path script = root.resolve("private-polkitd.sh");
            try (var resource = PrivatePolkit.class.getResourceAsStream("private-polkitd.sh")) {
                Files.copy(
                        Objects.requireNonNull(resource),
                        script,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            var command =
                    List.of(
                            List.of("unshare", "--mount", "--propagation", "private"),
                            List.of("sh", script.toString(), root.toString()),
                            List.of(daemon().orElseThrow()));
            var polkit =
                    new PrivatePolkit(
                            root,
                            DaemonProcess.launch(
                                    command.stream().flatMap(List::stream).toList(),
                                    root.resolve("output")));
            polkit.awaitAnswer();
            return polkit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        Await.until(
                "polkitd has its name on the bus",
                START_LIMIT,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("polkitd ended: " + process.printed());
                    }
                    return process.printed().contains("Acquired the name");
                });
    }

    /// The variable that leads programs to its bus.
    public String environment() {
        return "DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + root.resolve("bus");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.stop();
        }
    }
}
