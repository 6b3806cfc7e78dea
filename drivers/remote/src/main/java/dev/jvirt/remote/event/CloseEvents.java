package dev.jvirt.remote.event;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.ConnectEvents.ConnectEventConnectionClosed;
import dev.jvirt.protocol.remote.ConnectEventsDispatch;
import dev.jvirt.protocol.remote.ConnectEventsHandler;
import dev.jvirt.rpc.client.CloseCause;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.xdr.XdrReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Who of this process wants to hear of the end of the connection. Guarded by [#lock]; handlers are
/// called without it.
public final class CloseEvents implements ConnectEventsHandler {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<CloseReason>> handlers = new ArrayList<>();
    private final RpcClient client;
    private final ConnectCallsClient calls;
    private final boolean announced;

    /// @param announced whether the daemon tells that its own connection has ended
    public CloseEvents(RpcClient client, ConnectCallsClient calls, boolean announced) {
        this.client = client;
        this.calls = calls;
        this.announced = announced;
    }

    /// Calls `handler` once, behind all events, if the connection ends other than by this side.
    public Subscription subscribe(Consumer<CloseReason> handler) {
        // The same handler may be there twice.
        Consumer<CloseReason> added = reason -> handler.accept(reason);
        lock.lock();
        try {
            if (handlers.isEmpty()) {
                if (announced) {
                    calls.connectRegisterCloseCallback();
                }
                client.onClose(this::ended);
            }
            handlers.add(added);
            return () -> unsubscribe(added);
        } finally {
            lock.unlock();
        }
    }

    private void unsubscribe(Consumer<CloseReason> handler) {
        lock.lock();
        try {
            boolean last = handlers.remove(handler) && handlers.isEmpty();
            if (last && announced && client.isOpen()) {
                calls.connectUnregisterCloseCallback();
            }
        } catch (LibvirtException e) {
            if (client.isOpen()) {
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Delivers an event of the remote program.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return ConnectEventsDispatch.dispatch(this, procedure, payload);
    }

    /// The daemon is itself a client, and has lost its server.
    @Override
    public void connectEventConnectionClosed(ConnectEventConnectionClosed event) {
        tell(CloseReason.of(event.reason()));
    }

    private void ended(CloseCause cause) {
        tell(reason(cause));
    }

    /// Why a connection ended.
    public static CloseReason reason(CloseCause cause) {
        return switch (cause) {
            case ERROR -> CloseReason.ERROR;
            case EOF -> CloseReason.EOF;
            case KEEPALIVE -> CloseReason.KEEPALIVE;
            case CLIENT -> CloseReason.CLIENT;
        };
    }

    private void tell(CloseReason reason) {
        List<Consumer<CloseReason>> told;
        lock.lock();
        try {
            told = List.copyOf(handlers);
            handlers.clear();
        } finally {
            lock.unlock();
        }
        for (var handler : told) {
            Delivery.tell(handler, reason);
        }
    }

    /// This side ends the connection: nobody is told.
    public void end() {
        lock.lock();
        try {
            handlers.clear();
        } finally {
            lock.unlock();
        }
    }
}
