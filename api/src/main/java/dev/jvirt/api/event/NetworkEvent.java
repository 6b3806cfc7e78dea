package dev.jvirt.api.event;

import dev.jvirt.api.domain.MetadataType;
import dev.jvirt.api.network.NetworkId;
import java.util.Optional;

/// Something that happened to a network.
public sealed interface NetworkEvent {
    /// The network.
    NetworkId network();

    /// The number of this kind of event.
    default NetworkEventId kind() {
        return NetworkEventId.of(getClass());
    }

    /// The network started, stopped, was defined, ... (`VIR_NETWORK_EVENT_ID_LIFECYCLE`).
    ///
    /// @param detail 0
    /// @since 1.2.1
    record Lifecycle(NetworkId network, NetworkLifecycleType type, int detail)
            implements NetworkEvent {}

    /// The metadata of the definition changed (`VIR_NETWORK_EVENT_ID_METADATA_CHANGE`).
    ///
    /// @param namespace the URI of the element that changed; only for [MetadataType#ELEMENT]
    /// @since 9.8.0
    record MetadataChange(NetworkId network, MetadataType type, Optional<String> namespace)
            implements NetworkEvent {}
}
