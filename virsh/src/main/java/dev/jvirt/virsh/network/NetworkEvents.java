package dev.jvirt.virsh.network;

import dev.jvirt.api.Network;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkLifecycleType;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.EventCommand;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `net-event`.
record NetworkEvents(Hypervisor hypervisor) {
    Command event() {
        var networks = new NamedNetworks(hypervisor);
        return new EventCommand(hypervisor, List.of("lifecycle"))
                .of(
                        "net-event",
                        "wait for events of networks",
                        Option.string("network", "only of this network: name or uuid")
                                .completedBy(networks.names()),
                        this::subscribe);
    }

    private Subscription subscribe(int kind, Words words, Consumer<String> printer) {
        Optional<Network> network =
                words.has("network")
                        ? Optional.of(new NamedNetworks(hypervisor).find(words))
                        : Optional.empty();
        return hypervisor
                .connection()
                .events()
                .onNetwork(
                        NetworkEvent.Lifecycle.class,
                        network,
                        event ->
                                printer.accept(
                                        "event 'lifecycle' for network "
                                                + event.network().name()
                                                + ": "
                                                + text(event.type())));
    }

    private static String text(NetworkLifecycleType type) {
        return switch (type) {
            case DEFINED -> "Defined";
            case UNDEFINED -> "Undefined";
            case STARTED -> "Started";
            case STOPPED -> "Stopped";
            case UNKNOWN -> "unknown";
        };
    }
}
