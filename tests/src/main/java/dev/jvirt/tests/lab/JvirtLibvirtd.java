package dev.jvirt.tests.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Our daemon, from the assembled product, with everything below a folder.
public final class JvirtLibvirtd implements Daemon {
    private final Path root;
    private DaemonProcess process;

    private JvirtLibvirtd(Path root, DaemonProcess process) {
        this.root = root;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// Starts one and waits until it listens.
    ///
    /// @param root a folder with a short name
    public static JvirtLibvirtd start(Path root, String... options) {
        var daemon = launch(root, options);
        daemon.process.awaitSocket(daemon.socket());
        return daemon;
    }

    /// Starts one with options for its JVM and waits until it listens.
    ///
    /// @param root a folder with a short name
    public static JvirtLibvirtd startWith(Path root, String javaOptions) {
        return startIn(root, "JVIRT_JAVA_OPTIONS=" + javaOptions);
    }

    /// Starts one with a variable in its environment and waits until it listens.
    ///
    /// @param root a folder with a short name
    /// @param variable its name and value, with an equals sign between them
    public static JvirtLibvirtd startIn(Path root, String variable, String... options) {
        var command =
                new ArrayList<>(
                        List.of(
                                "env",
                                variable,
                                Product.program("libvirtd"),
                                "--root",
                                root.toString()));
        command.addAll(List.of(options));
        var daemon = new JvirtLibvirtd(root, DaemonProcess.launch(command, root.resolve("output")));
        daemon.process.awaitSocket(daemon.socket());
        return daemon;
    }

    /// Starts one that may have reasons to end at once.
    public static JvirtLibvirtd launch(Path root, String... options) {
        return new JvirtLibvirtd(root, process(root, options));
    }

    /// Starts a daemon of any name, by somebody else.
    ///
    /// @param program for example `virtqemud`
    public static JvirtLibvirtd launch(
            ServiceStart start, String program, Path root, String... options) {
        var command = new ArrayList<>(List.of(Product.program(program), "--root", root.toString()));
        command.addAll(List.of(options));
        return new JvirtLibvirtd(
                root, DaemonProcess.launch(start.command(command), root.resolve("output")));
    }

    /// Starts it anew on the same folder.
    public void restart() {
        process = process(root);
        process.awaitSocket(socket());
    }

    private static DaemonProcess process(Path root, String... options) {
        var command =
                new ArrayList<>(List.of(Product.program("libvirtd"), "--root", root.toString()));
        command.addAll(List.of(options));
        return DaemonProcess.launch(command, root.resolve("output"));
    }

    /// The folder that everything of it is below.
    public Path root() {
        return root;
    }

    @Override
    public String name() {
        return "jvirt";
    }

    @Override
    public Path socket() {
        return root.resolve("run/libvirt/libvirt-sock");
    }

    @Override
    public Path readOnlySocket() {
        return root.resolve("run/libvirt/libvirt-sock-ro");
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
    public void collectGarbage() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.run(jcmd, String.valueOf(process.pid()), "GC.run").orFail();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.stop();
        }
        GuestProcesses.endAll(guestState());
    }
}
