package dev.jvirt.api.event;

import dev.jvirt.api.host.NodeDeviceId;

/// Something that happened to a device of a host.
public sealed interface NodeDeviceEvent {
    /// The device.
    NodeDeviceId device();

    /// The number of this kind of event.
    default NodeDeviceEventId kind() {
        return NodeDeviceEventId.of(getClass());
    }

    /// The device came or went (`VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE`).
    ///
    /// @param detail 0
    /// @since 2.2.0
    record Lifecycle(NodeDeviceId device, NodeDeviceLifecycleType type, int detail)
            implements NodeDeviceEvent {}

    /// The device changed (`VIR_NODE_DEVICE_EVENT_ID_UPDATE`).
    ///
    /// @since 2.2.0
    record Update(NodeDeviceId device) implements NodeDeviceEvent {}
}
