package dev.jvirt.daemon;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.log.Log;
import dev.jvirt.host.UnixSockets;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The program `libvirtd`, and the programs for one driver each, such as `virtqemud`.
public final class Libvirtd {
    private final DaemonName name;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Libvirtd(DaemonName name, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.name = name;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /// Runs the daemon until it is told to end.
    public static void main(String[] words) {
        int exit =
                new Libvirtd(DaemonName.current(), System.getenv(), System.out, System.err)
                        .run(words);
        // Does not wait for threads that clients' calls may still hold.
        System.exit(exit);
    }

    /// Does what the command line says.
    ///
    /// @return the exit code of the process
    int run(String... words) {
        Options options;
        try {
            options = Options.parse(name, words);
        } catch (UsageException e) {
            err.println(name.program() + ": " + e.getMessage());
            if (e.explained()) {
                err.print(Options.usage(name));
            }
            return ExitCode.FAILURE.number();
        }
        if (options.help()) {
            out.print(Options.usage(name));
            return ExitCode.SUCCESS.number();
        }
        if (options.version()) {
            out.println(name.program() + " (libvirt) " + Version.TEXT);
            return ExitCode.SUCCESS.number();
        }
        try {
            return options.daemon() && !Background.isHere(environment)
                    ? new Background(name, err).start()
                    : serve(options);
        } catch (StartupException e) {
            return failed(e.exit(), e);
        } catch (LibvirtException e) {
            return failed(ExitCode.FAILURE, e);
        }
    }

    private int failed(ExitCode exit, RuntimeException e) {
        if (Background.isHere(environment)) {
            System.getLogger("dev.jvirt.daemon").log(Level.ERROR, "{0}", e.getMessage());
            out.println(e.getMessage());
            out.flush();
        } else {
            err.println(name.program() + ": error: " + e.getMessage());
        }
        return exit.number();
    }

    private int serve(Options options) {
        UnixSockets.prepare();
        DaemonSetup setup = DaemonSetup.read(options, environment);
        setup.makeLogFolder();
        Log.instance()
                .setUp(
                        setup.config().log(),
                        environment,
                        options.verbose(),
                        options.daemon(),
                        setup.paths().log());
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) ->
                        System.getLogger("dev.jvirt.daemon")
                                .log(Level.ERROR, "thread " + thread.getName() + " died", e));
        // Whoever sees a socket may send a signal: the handlers come first and wait for the daemon.
        var started = new CompletableFuture<Daemon>();
        Signals.handle("TERM", once(started, Daemon::stop));
        Signals.handle("INT", once(started, Daemon::stop));
        Signals.handle("HUP", once(started, Daemon::reload));
        setup.recorder().ifPresent(recorder -> Signals.handle("USR1", recorder::dump));
        ActivatedSockets given = ActivatedSockets.take(environment);
        StateDrivers drivers = StateDrivers.load(setup.context(), name);
        try (Daemon daemon = Daemon.start(setup, drivers, given)) {
            started.complete(daemon);
            if (Background.isHere(environment)) {
                Background.ready(out);
            }
            Supervisor supervisor = Supervisor.of(environment);
            supervisor.ready();
            daemon.serve();
            supervisor.stopping();
            return ExitCode.SUCCESS.number();
        } catch (InterruptedException e) {
            return ExitCode.FAILURE.number();
        }
    }

    private static Runnable once(CompletableFuture<Daemon> started, Consumer<Daemon> wish) {
        return () -> {
            var unused = started.thenAccept(wish);
        };
    }
}
