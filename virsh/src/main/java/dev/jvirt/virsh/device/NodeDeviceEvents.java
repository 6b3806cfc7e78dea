package dev.jvirt.virsh.device;

import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceLifecycleType;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.EventCommand;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `nodedev-event`.
record NodeDeviceEvents(Hypervisor hypervisor) {
    Command event() {
        return new EventCommand(hypervisor, List.of("lifecycle", "update"))
                .of(
                        "nodedev-event",
                        "wait for events of devices",
                        Option.string("device", "only of the device of this name")
                                .completedBy(new NamedNodeDevices(hypervisor).names()),
                        this::subscribe);
    }

    private Subscription subscribe(int kind, Words words, Consumer<String> printer) {
        Optional<NodeDeviceId> device =
                words.has("device")
                        ? Optional.of(new NamedNodeDevices(hypervisor).findByName(words).identity())
                        : Optional.empty();
        Class<? extends NodeDeviceEvent> type =
                kind == 0 ? NodeDeviceEvent.Lifecycle.class : NodeDeviceEvent.Update.class;
        return hypervisor
                .connection()
                .events()
                .onNodeDevice(type, device, event -> printer.accept(text(event)));
    }

    private static String text(NodeDeviceEvent event) {
        String name = event.device().name();
        return switch (event) {
            case NodeDeviceEvent.Lifecycle lifecycle ->
                    "event 'lifecycle' for node device " + name + ": " + text(lifecycle.type());
            case NodeDeviceEvent.Update _ -> "event 'update' for node device " + name;
        };
    }

    private static String text(NodeDeviceLifecycleType type) {
        return switch (type) {
            case CREATED -> "Created";
            case DELETED -> "Deleted";
            case DEFINED -> "Defined";
            case UNDEFINED -> "Undefined";
            case UNKNOWN -> "unknown";
        };
    }
}
