package dev.jvirt.daemon;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.admin.AdminService;
import dev.jvirt.daemon.admin.ManagedDaemon;
import dev.jvirt.daemon.admin.ManagedServer;
import dev.jvirt.daemon.config.DaemonConfig;
import dev.jvirt.daemon.config.ListenConfig;
import dev.jvirt.daemon.config.ServerConfig;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.file.Folders;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.SessionFactory;
import dev.jvirt.rpc.tls.TlsGate;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The running daemon: its process id file, its drivers and its two servers.
///
/// The order of [#start] is libvirt's: sockets exist as soon as nobody else can claim the paths,
/// and who connects is let in once every driver has found what was already running.
final class Daemon implements ManagedDaemon, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon");

    private final DaemonSetup setup;
    private final IdleTimer idle = new IdleTimer(this::isIdle, this::visits, System::nanoTime);
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private final List<ManagedServer> servers = new ArrayList<>();
    private final PidFile pidFile;
    private final StateDrivers drivers;
    private final AccessControl access;
    private final Gates gates;

    /// What may be asked of the thread that waits for work.
    private enum Wish {
        STOP,
        RELOAD,
        LOOK_AGAIN
    }

    private Daemon(
            DaemonSetup setup,
            AccessControl access,
            PidFile pidFile,
            StateDrivers drivers,
            ActivatedSockets given) {
        this.setup = setup;
        this.gates = new Gates(setup.options().name().program(), given);
        this.access = access;
        this.pidFile = pidFile;
        this.drivers = drivers;
        idle.setTimeout(setup.options().timeout());
    }

    /// Starts everything, with sockets of its own.
    ///
    /// @param drivers not started yet
    /// @throws StartupException with nothing left behind
    static Daemon start(DaemonSetup setup, StateDrivers drivers) {
        return start(setup, drivers, ActivatedSockets.none());
    }

    /// Starts everything.
    ///
    /// @param drivers not started yet
    /// @param given the sockets that it was given
    /// @throws StartupException with nothing left behind
    static Daemon start(DaemonSetup setup, StateDrivers drivers, ActivatedSockets given) {
        AccessControl access = AccessControl.of(setup, System.getenv());
        makeFolders(setup.paths());
        PidFile pidFile = PidFile.acquire(setup.pidFile());
        var daemon = new Daemon(setup, access, pidFile, drivers, given);
        try {
            daemon.open();
            return daemon;
        } catch (RuntimeException e) {
            daemon.close();
            throw e;
        }
    }

    private static void makeFolders(DaemonPaths paths) {
        try {
            Folders.create(paths.run(), paths.privileged() ? 0755 : 0700);
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.RUN_FOLDER, "unable to create rundir: " + e.getMessage(), e);
        }
    }

    private void open() {
        DaemonConfig config = setup.config();
        var clients = new RemoteService(drivers.table(), access.policy(), access.logins());
        RpcServer main = server(gates.program(), config.server(), clients);
        RpcServer admin = server("admin", config.admin(), new AdminService(this, setup.user()));
        Sockets sockets = setup.sockets();
        gates.open(main, "", sockets.readWrite());
        if (setup.paths().privileged()) {
            gates.open(main, "-ro", sockets.readOnly());
        }
        openNetwork(main);
        gates.open(admin, "-admin", sockets.admin());
        gates.requireAllClaimed();
        drivers.start();
        main.start();
        admin.start();
        LOG.log(Level.INFO, "ready for clients in {0}", sockets.folder());
    }

    private void openNetwork(RpcServer main) {
        ListenConfig listen = setup.config().listen();
        var sockets = new NetworkSockets(listen);
        if (gates.areGiven()) {
            if (setup.options().listen()) {
                throw gates.refuseListen();
            }
            sockets.take(main, gates, this::tlsGate);
        } else if (setup.options().listen()) {
            sockets.listen(main, listen.tls() ? Optional.of(tlsGate()) : Optional.empty());
        }
    }

    private TlsGate tlsGate() {
        TlsGate gate = new TlsSetup(setup.config().tls(), setup.paths()).gate();
        servers.getFirst().tls(gate);
        return gate;
    }

    private RpcServer server(String name, ServerConfig config, SessionFactory sessions) {
        try {
            var server = new RpcServer(name, config.limits(), sessions, setup.host());
            setup.recorder().ifPresent(r -> server.watch(client -> r.watch(name, client)));
            servers.add(new ManagedServer(server, config.workers()));
            return server;
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.NETWORK, "cannot make server '%s': %s".formatted(name, e), e);
        }
    }

    @Override
    public List<ManagedServer> servers() {
        return servers;
    }

    @Override
    public void setTimeout(int seconds) {
        idle.setTimeout(seconds);
        wishes.add(Wish.LOOK_AGAIN);
    }

    private boolean isIdle() {
        for (ManagedServer server : servers) {
            if (server.server().clientCount() > 0) {
                return false;
            }
        }
        return !drivers.isBusy();
    }

    private long visits() {
        long count = 0;
        for (ManagedServer server : servers) {
            count += server.server().acceptedCount();
        }
        return count;
    }

    /// Waits until the daemon is to end.
    void serve() throws InterruptedException {
        while (true) {
            Wish wish = idle.isSet() ? wishes.poll(1, TimeUnit.SECONDS) : wishes.take();
            if (wish == Wish.STOP || idle.isExpired()) {
                return;
            }
            if (wish == Wish.RELOAD) {
                reloadNow();
            }
        }
    }

    /// Lets [#serve] return.
    void stop() {
        wishes.add(Wish.STOP);
    }

    /// Has the limits and the drivers' configuration read again.
    void reload() {
        wishes.add(Wish.RELOAD);
    }

    private void reloadNow() {
        LOG.log(Level.INFO, "Reloading configuration on SIGHUP");
        try {
            DaemonConfig config = setup.readConfig();
            servers.getFirst().server().limits(config.server().limits());
            servers.getLast().server().limits(config.admin().limits());
        } catch (LibvirtException e) {
            LOG.log(Level.ERROR, "The old limits stay: {0}", e.getMessage());
        }
        reloadRules();
        drivers.reload();
    }

    private void reloadRules() {
        try {
            access.policy().reload();
        } catch (LibvirtException e) {
            LOG.log(Level.ERROR, "The old rules stay: {0}", e.getMessage());
        }
    }

    /// Closes all connections and lets go of everything; domains go on running.
    @Override
    public void close() {
        for (ManagedServer server : servers) {
            server.server().close();
        }
        gates.close();
        drivers.close();
        access.close();
        pidFile.close();
    }
}
