package dev.jvirt.bridge.event;

import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolLifecycleType;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.storage.StoragePoolEvents.StoragePoolEventLifecycle;
import dev.jvirt.protocol.storage.StoragePoolEvents.StoragePoolEventRefresh;
import dev.jvirt.protocol.storage.StoragePoolEventsDispatch;
import dev.jvirt.protocol.storage.StoragePoolEventsHandler;
import dev.jvirt.protocol.storage.StoragePoolEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrReader;

/// What happens to storage pools.
///
/// @param sink of what is read
public record StoragePoolMessages(EventSink<StoragePoolEvent> sink)
        implements StoragePoolEventsHandler {
    /// Reads an event.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return StoragePoolEventsDispatch.dispatch(this, procedure, payload);
    }

    /// Sends an event.
    public static void send(ServerConnection client, int callbackId, StoragePoolEvent event) {
        switch (event) {
            case StoragePoolEvent.Lifecycle e ->
                    StoragePoolEventsSender.storagePoolEventLifecycle(
                            client,
                            new StoragePoolEventLifecycle(
                                    callbackId,
                                    Identities.remote(e.pool()),
                                    e.type().code(),
                                    e.detail()));
            case StoragePoolEvent.Refresh e ->
                    StoragePoolEventsSender.storagePoolEventRefresh(
                            client,
                            new StoragePoolEventRefresh(callbackId, Identities.remote(e.pool())));
        }
    }

    @Override
    public void storagePoolEventLifecycle(StoragePoolEventLifecycle message) {
        sink.happened(
                message.callbackId(),
                new StoragePoolEvent.Lifecycle(
                        Identities.local(message.pool()),
                        StoragePoolLifecycleType.of(message.event()),
                        message.detail()));
    }

    @Override
    public void storagePoolEventRefresh(StoragePoolEventRefresh message) {
        sink.happened(
                message.callbackId(),
                new StoragePoolEvent.Refresh(Identities.local(message.pool())));
    }
}
