package dev.jvirt.daemon.access;

import dev.jvirt.api.Connection;
import dev.jvirt.protocol.wire.AccessedCall;
import java.util.Map;

/// The object that a call is about. What a client says of it is not believed: it is looked up as
/// drivers do, or described by the document that would make it.
final class CallObjects {
    private CallObjects() {}

    static AccessObject of(Connection connection, AccessedCall call, ObjectType type) {
        return new AccessObject(type, connection.type(), () -> attributes(connection, call, type));
    }

    private static Map<String, String> attributes(
            Connection connection, AccessedCall call, ObjectType type) {
        Object subject = call.object().isPresent() ? call.object().get() : call.arguments();
        return switch (type) {
            case CONNECT -> Map.of();
            case DOMAIN -> new DomainSubjects(connection).attributes(subject);
            case NETWORK -> new NetworkSubjects(connection).network(subject);
            case NETWORK_PORT -> new NetworkSubjects(connection).port(subject, call.arguments());
            case NWFILTER -> new NetworkSubjects(connection).filter(subject);
            case NWFILTER_BINDING -> new NetworkSubjects(connection).binding(subject);
            case INTERFACE -> new HostSubjects(connection).iface(subject);
            case NODE_DEVICE -> new HostSubjects(connection).device(subject);
            case SECRET -> new HostSubjects(connection).secret(subject);
            case STORAGE_POOL -> new StorageSubjects(connection).pool(subject);
            case STORAGE_VOL -> new StorageSubjects(connection).volume(subject, call.arguments());
        };
    }
}
