package dev.jvirt.virsh.device;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about the devices of the host.
public final class NodeDeviceCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public NodeDeviceCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Node Device";
    }

    @Override
    public String keyword() {
        return "nodedev";
    }

    @Override
    public List<String> names() {
        return List.of(
                "nodedev-create",
                "nodedev-destroy",
                "nodedev-detach",
                "nodedev-dumpxml",
                "nodedev-list",
                "nodedev-reattach",
                "nodedev-reset",
                "nodedev-event",
                "nodedev-define",
                "nodedev-undefine",
                "nodedev-start",
                "nodedev-autostart",
                "nodedev-info");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("nodedev-")) {
            return null;
        }
        return switch (name) {
            case "nodedev-create" -> changes().create();
            case "nodedev-destroy" -> changes().destroy();
            case "nodedev-detach", "nodedev-dettach" -> changes().detach();
            case "nodedev-dumpxml" -> facts().dumpXml();
            case "nodedev-list" -> new NodeDeviceListing(hypervisor).list();
            case "nodedev-reattach" -> changes().reattach();
            case "nodedev-reset" -> changes().reset();
            case "nodedev-event" -> new NodeDeviceEvents(hypervisor).event();
            case "nodedev-define" -> changes().define();
            case "nodedev-undefine" -> changes().undefine();
            case "nodedev-start" -> changes().start();
            case "nodedev-autostart" -> changes().autostart();
            case "nodedev-info" -> facts().info();
            default -> null;
        };
    }

    private NodeDeviceFacts facts() {
        return new NodeDeviceFacts(hypervisor);
    }

    private NodeDeviceChanges changes() {
        return new NodeDeviceChanges(hypervisor);
    }
}
