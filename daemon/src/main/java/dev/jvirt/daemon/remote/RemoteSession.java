package dev.jvirt.daemon.remote;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ConnectFlag;
import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.daemon.sasl.SaslClientFacts;
import dev.jvirt.daemon.sasl.SaslSession;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.server.ServerConnection;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What the daemon keeps for one client: the connection that it opened, and what it subscribed to.
///
/// Calls read [#connection] as it is; [#opening] is held while it is replaced, and guards
/// [#sasl].
final class RemoteSession implements ClientSession {
    private final ServerConnection client;
    private final DriverTable drivers;
    private final Logins logins;
    private final SessionAccess access;
    private final RemoteProgram program = new RemoteProgram(this);
    private final ProgramHandler qemu;
    private final ProgramHandler lxc;
    private final ReentrantLock opening = new ReentrantLock();
    private final ClientEvents events;
    private volatile @Nullable Connection connection;
    private @Nullable SaslSession sasl;

    RemoteSession(ServerConnection client, DriverTable drivers) {
        this(client, new RemoteService(drivers));
    }

    RemoteSession(ServerConnection client, RemoteService service) {
        this.client = client;
        this.drivers = service.drivers();
        logins = service.logins();
        access = new SessionAccess(this, service.policy(), client);
        qemu = SpecificProgram.qemu(this);
        lxc = SpecificProgram.lxc(this);
        events = new ClientEvents(client);
    }

    @Override
    public @Nullable ProgramHandler program(int number, int version) {
        if (version != Program.REMOTE.version()) {
            return null;
        }
        if (number == Program.REMOTE.number()) {
            return program;
        }
        if (number == Program.QEMU.number()) {
            return qemu;
        }
        return number == Program.LXC.number() ? lxc : null;
    }

    /// Whether [#open] would not wait.
    boolean opensAtOnce(String uri) {
        return connection == null && drivers.opensAtOnce(uri);
    }

    /// Opens the connection that all further calls are about.
    ///
    /// @param uri empty: whatever works on this host
    void open(Optional<String> uri, int flags) {
        opening.lock();
        try {
            Connection open = connection;
            if (open != null) {
                // libvirt's daemon throws the open connection away as well.
                drop(open);
                throw WireErrors.internal("connection already open");
            }
            if (uri.isEmpty()) {
                throw WireErrors.internal("connection not open");
            }
            boolean readOnly =
                    client.readOnly() || new Flags<ConnectFlag>(flags).has(ConnectFlag.RO);
            var opened =
                    Connection.openAuth(
                            drivers,
                            uri,
                            Authenticator.none(),
                            readOnly
                                    ? Flags.of(ConnectFlag.RO, ConnectFlag.NO_ALIASES)
                                    : Flags.of(ConnectFlag.NO_ALIASES));
            requireAllowed(opened);
            connection = opened;
        } finally {
            opening.unlock();
        }
    }

    private void requireAllowed(Connection opened) {
        try {
            access.require(opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// The client's login by SASL; empty if its socket asks for none.
    Optional<SaslSession> sasl() {
        if (client.authType() != AuthType.SASL) {
            return Optional.empty();
        }
        opening.lock();
        try {
            if (sasl == null) {
                sasl = logins.sasl().map(service -> new SaslSession(service, facts())).orElse(null);
            }
            return Optional.ofNullable(sasl);
        } finally {
            opening.unlock();
        }
    }

    private SaslClientFacts facts() {
        return new SaslClientFacts(
                client.isSecure(), client.tls().flatMap(TlsPeer::distinguishedName));
    }

    /// How the client can log in.
    Logins logins() {
        return logins;
    }

    /// What the client may do.
    SessionAccess access() {
        return access;
    }

    /// The connection that the client opened.
    Connection connection() {
        Connection open = connection;
        if (open == null || !access.isFor(open)) {
            throw WireErrors.internal("hypervisor connection not open");
        }
        return open;
    }

    /// The connection for a call that the public API may know by another name than the one that it
    /// refuses on a read-only connection.
    ///
    /// @param function the C function of the public API
    Connection writable(ErrorDomain part, String function) {
        Connection open = connection();
        if (open.isReadOnly()) {
            throw WireErrors.readOnly(part, function);
        }
        return open;
    }

    /// The connection that the client opened, for what is not about the hypervisor: libvirt's
    /// daemon words it differently that there is none.
    Connection objectConnection() {
        Connection open = connection;
        if (open == null || !access.isFor(open)) {
            throw WireErrors.internal("connection not open");
        }
        return open;
    }

    /// What the client wants to hear of.
    ClientEvents events() {
        return events;
    }

    private void drop(Connection open) {
        events.clear(false);
        connection = null;
        open.close();
    }

    @Override
    public void disconnected() {
        events.clear(true);
    }

    @Override
    public void close() {
        opening.lock();
        try {
            Connection open = connection;
            if (open != null) {
                drop(open);
            }
        } finally {
            opening.unlock();
        }
    }
}
