package dev.jvirt.daemon.remote;

import dev.jvirt.api.Connection;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.protocol.remote.ConnectEvents.ConnectEventConnectionClosed;
import dev.jvirt.protocol.remote.ConnectEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether a client is told when the connection behind the daemon ends. As with libvirt's daemon,
/// to ask for it again, or to take back what was not asked for, is no error.
final class CloseSubscription {
    private final ServerConnection client;
    private final AtomicReference<@Nullable Subscription> current = new AtomicReference<>();

    CloseSubscription(ServerConnection client) {
        this.client = client;
    }

    void register(Connection connection) {
        Subscription added =
                connection.onClose(
                        reason ->
                                ConnectEventsSender.connectEventConnectionClosed(
                                        client, new ConnectEventConnectionClosed(reason.code())));
        if (!current.compareAndSet(null, added)) {
            added.close();
        }
    }

    void close() {
        Subscription ended = current.getAndSet(null);
        if (ended != null) {
            ended.close();
        }
    }
}
