package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// C libvirt's daemon with sockets, configuration and state below a folder.
///
/// Its state folders are compiled in; a mount namespace makes them folders of ours, so that any
/// number of these daemons can run beside each other and beside the system's own. That needs root.
public final class CLibvirtd implements Daemon {
    private static final String QEMU_CONF =
            """
            stdio_handler = "file"
            security_driver = "none"
            user = "root"
            group = "root"
            """;

    private static final String LIBVIRTD_CONF =
            """
            unix_sock_dir = "%1$s"
            unix_sock_group = "root"
            auth_unix_ro = "none"
            auth_unix_rw = "none"
            log_level = 3
            log_outputs = "3:file:%1$s/libvirtd.log"
            """;

    /// How a process is called that believes to be on a host of another name.
    private static final List<String> NAMED = List.of("sh", "-c", "hostname \"$0\"; exec \"$@\"");

    private final Path root;
    private final Optional<String> host;
    private final Settings settings;
    private final ServiceStart by;
    private DaemonProcess process;

    /// What one has that is not usual.
    ///
    /// @param configuration lines before the usual ones in libvirtd.conf
    /// @param environment such as `NAME=value`
    /// @param arguments of the program
    public record Settings(String configuration, List<String> environment, List<String> arguments) {
        static final Settings NONE = new Settings("", List.of(), List.of());
    }

    private CLibvirtd(Path root, Optional<String> host, Settings settings, ServiceStart by) {
        this.root = root;
        this.host = host;
        this.settings = settings;
        this.by = by;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// What is missing to run one here; empty if nothing is.
    public static Optional<String> missing() {
        if (Programs.find("libvirtd").isEmpty()) {
            return Optional.of("C libvirtd is not installed");
        }
        if (Programs.find("unshare").isEmpty()
                || Programs.run("unshare", "--mount", "--propagation", "private", "true").exit()
                        != 0) {
            return Optional.of("no right to make a mount namespace for C libvirtd (needs root)");
        }
        return Optional.empty();
    }

    /// Starts one and waits until it listens.
    ///
    /// @param root an empty folder with a short name
    public static CLibvirtd start(Path root) {
        return start(root, Optional.empty(), Settings.NONE);
    }

    /// Starts one with other settings and waits until it listens.
    ///
    /// @param root an empty folder with a short name
    public static CLibvirtd startWith(Settings settings, Path root) {
        return start(root, Optional.empty(), settings);
    }

    /// Starts one that believes to be on another host, so that guests can move there.
    ///
    /// @param host its name
    public static CLibvirtd startOn(String host, Path root) {
        return start(root, Optional.of(host), Settings.NONE);
    }

    private static CLibvirtd start(Path root, Optional<String> host, Settings settings) {
        var daemon = new CLibvirtd(root, host, settings, ServiceStart.plain());
        daemon.awaitStart();
        return daemon;
    }

    /// Starts one that may have reasons to end at once.
    ///
    /// @param by whom it is started
    /// @param config lines before the usual ones in libvirtd.conf; of two with one key the first
    ///     counts
    public static CLibvirtd launch(ServiceStart by, Path root, String config, String... options) {
        var settings = new Settings(config, List.of(), List.of(options));
        return new CLibvirtd(root, Optional.empty(), settings, by);
    }

    /// Starts it anew on the same folders.
    public void restart() {
        process = launch();
        awaitStart();
    }

    private void awaitStart() {
        process.awaitSocket(socket());
        long nanos = Long.parseLong(Repository.read(root.resolve("started")).strip());
        process = process.startedAt(Instant.EPOCH.plusNanos(nanos));
    }

    private DaemonProcess launch() {
        try {
            Path script = root.resolve("private-libvirtd.sh");
            try (var resource = CLibvirtd.class.getResourceAsStream("private-libvirtd.sh")) {
                Files.copy(
                        Objects.requireNonNull(resource),
                        script,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Path folder = Files.createDirectories(root.resolve("etc/libvirt"));
            Files.writeString(folder.resolve("qemu.conf"), QEMU_CONF);
            Path config =
                    Files.writeString(
                            folder.resolve("libvirtd.conf"),
                            settings.configuration() + LIBVIRTD_CONF.formatted(root) + hostUuid());
            var command =
                    List.of(
                            List.of("unshare", "--mount", "--uts", "--propagation", "private"),
                            host.isEmpty() ? List.<String>of() : NAMED,
                            host.map(List::of).orElse(List.of()),
                            List.of("sh", script.toString(), root.toString()),
                            List.of("env"),
                            settings.environment(),
                            by.command(List.of("libvirtd", "-f", config.toString())),
                            List.of("-p", root.resolve("pid").toString()),
                            settings.arguments());
            return DaemonProcess.launch(
                    command.stream().flatMap(List::stream).toList(), root.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hostUuid() {
        return host.map(name -> "host_uuid = \"%s\"\n".formatted(GuestXml.uuid(name))).orElse("");
    }

    @Override
    public String name() {
        return "C";
    }

    @Override
    public Path socket() {
        return root.resolve("libvirt-sock");
    }

    @Override
    public Path readOnlySocket() {
        return root.resolve("libvirt-sock-ro");
    }

    @Override
    public DaemonProcess process() {
        return process;
    }

    @Override
    public Path guestState() {
        return root.resolve("run/libvirt/qemu");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.stop();
        }
        GuestProcesses.endAll(guestState());
    }
}
