package dev.jvirt.daemon.remote;

import dev.jvirt.api.Connection;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.access.AccessRule;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.protocol.wire.AccessTable;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What one client may do. While everything is allowed nothing of this is used but
/// [#isUnlimited].
final class SessionAccess {
    private static final Map<Procedure, AccessRule> RULES = new ConcurrentHashMap<>();

    private final RemoteSession session;
    private final AccessPolicy policy;
    private final ServerConnection peer;

    /// Found out when somebody wants to know.
    private volatile @Nullable ClientIdentity client;

    SessionAccess(RemoteSession session, AccessPolicy policy, ServerConnection peer) {
        this.session = session;
        this.policy = policy;
        this.peer = peer;
    }

    /// Who the client is.
    ClientIdentity client() {
        ClientIdentity known = client;
        if (known == null) {
            known = ClientIdentity.of(peer);
            client = known;
        }
        return known;
    }

    /// Whether the client may do everything.
    boolean isUnlimited() {
        return policy == AccessPolicy.ALLOW_ALL;
    }

    /// From now on the client is somebody else.
    void identify(ClientIdentity identity) {
        client = identity;
    }

    /// The procedure as it runs here: a policy may have to wait for somebody's answer, and a reader
    /// never waits.
    static Procedure onThread(Procedure procedure) {
        return new Procedure(
                procedure.number(),
                procedure.name(),
                Execution.ON_THREAD,
                procedure.priority(),
                procedure.authenticationExempt());
    }

    /// Answers a call that the client may make.
    ///
    /// @param args read here, and left as they are
    void run(Procedure procedure, AccessTable table, XdrReader args, Runnable call) {
        int number = procedure.number();
        AccessRule rule =
                RULES.computeIfAbsent(
                        procedure, _ -> AccessRule.of(table.acl(number), table.filter(number)));
        if (rule.isEmpty()) {
            call.run();
            return;
        }
        var accessed = table.read(number, args.copy());
        if (precedesConnection(accessed.arguments())) {
            call.run();
            return;
        }
        var access = new CallAccess(policy, client(), session.connection(), rule.filter());
        access.require(rule, accessed);
        access.run(call);
    }

    /// Opening is checked once it is known what was opened; pings begin before that.
    private static boolean precedesConnection(Object call) {
        return call instanceof ConnectOpen
                || call instanceof ConnectSupportsFeature(int feature)
                        && feature == Feature.PROGRAM_KEEPALIVE;
    }

    /// Checks that the client may use a connection.
    void require(Connection opened) {
        if (!isUnlimited()) {
            new CallAccess(policy, client(), opened, Optional.empty()).requireConnection();
        }
    }

    /// Whether the running call may go to that connection.
    boolean isFor(Connection open) {
        return isUnlimited() || CallAccess.isFor(open);
    }
}
