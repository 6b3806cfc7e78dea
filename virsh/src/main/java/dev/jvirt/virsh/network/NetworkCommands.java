package dev.jvirt.virsh.network;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about virtual networks.
public final class NetworkCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public NetworkCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Networking";
    }

    @Override
    public String keyword() {
        return "network";
    }

    @Override
    public List<String> names() {
        return List.of(
                "net-autostart",
                "net-create",
                "net-define",
                "net-destroy",
                "net-dhcp-leases",
                "net-dumpxml",
                "net-edit",
                "net-event",
                "net-info",
                "net-list",
                "net-name",
                "net-start",
                "net-undefine",
                "net-update",
                "net-uuid",
                "net-port-list",
                "net-port-create",
                "net-port-dumpxml",
                "net-port-delete");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("net-")) {
            return null;
        }
        return switch (name) {
            case "net-autostart" -> changes().autostart();
            case "net-create" -> changes().create();
            case "net-define" -> changes().define();
            case "net-destroy" -> changes().destroy();
            case "net-dhcp-leases" -> facts().leases();
            case "net-dumpxml" -> facts().dumpXml();
            case "net-edit" -> changes().edit();
            case "net-event" -> new NetworkEvents(hypervisor).event();
            case "net-info" -> facts().info();
            case "net-list" -> new NetworkListing(hypervisor).list();
            case "net-name" -> facts().name();
            case "net-start" -> changes().start();
            case "net-undefine" -> changes().undefine();
            case "net-update" -> new NetworkUpdate(hypervisor).update();
            case "net-uuid" -> facts().uuid();
            case "net-port-list" -> ports().list();
            case "net-port-create" -> ports().create();
            case "net-port-dumpxml" -> ports().dumpXml();
            case "net-port-delete" -> ports().delete();
            default -> null;
        };
    }

    private NetworkFacts facts() {
        return new NetworkFacts(hypervisor);
    }

    private NetworkChanges changes() {
        return new NetworkChanges(hypervisor);
    }

    private NetworkPortCommands ports() {
        return new NetworkPortCommands(hypervisor);
    }
}
