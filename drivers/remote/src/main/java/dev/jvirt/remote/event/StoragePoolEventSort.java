package dev.jvirt.remote.event;

import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectStoragePoolEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectStoragePoolEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCallsClient;
import java.util.Optional;

/// Events of storage pools.
record StoragePoolEventSort(ObjectEventCallsClient calls)
        implements EventSort<StoragePoolEventId, StoragePoolId, StoragePoolEvent> {
    @Override
    public int register(StoragePoolEventId kind, Optional<StoragePoolId> pool) {
        return calls.connectStoragePoolEventRegisterAny(
                        new ConnectStoragePoolEventRegisterAny(
                                kind.code(), pool.map(Identities::remote)))
                .callbackId();
    }

    @Override
    public void deregister(StoragePoolEventId kind, int callbackId) {
        calls.connectStoragePoolEventDeregisterAny(
                new ConnectStoragePoolEventDeregisterAny(callbackId));
    }

    @Override
    public boolean isOf(StoragePoolEventId kind, StoragePoolEvent event) {
        return kind.type() == event.getClass();
    }

    @Override
    public StoragePoolId object(StoragePoolEvent event) {
        return event.pool();
    }

    @Override
    public Object key(StoragePoolId pool) {
        return pool.uuid();
    }
}
