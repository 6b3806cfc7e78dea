package dev.jvirt.virsh.network;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about the host's network interfaces.
public final class InterfaceCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public InterfaceCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Interface";
    }

    @Override
    public String keyword() {
        return "interface";
    }

    @Override
    public List<String> names() {
        return List.of(
                "iface-begin",
                "iface-bridge",
                "iface-commit",
                "iface-define",
                "iface-destroy",
                "iface-dumpxml",
                "iface-edit",
                "iface-list",
                "iface-mac",
                "iface-name",
                "iface-rollback",
                "iface-start",
                "iface-unbridge",
                "iface-undefine");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("iface-")) {
            return null;
        }
        return switch (name) {
            case "iface-begin" -> changes().begin();
            case "iface-bridge" -> new InterfaceBridging(hypervisor).bridge();
            case "iface-commit" -> changes().commit();
            case "iface-define" -> changes().define();
            case "iface-destroy" -> changes().destroy();
            case "iface-dumpxml" -> facts().dumpXml();
            case "iface-edit" -> changes().edit();
            case "iface-list" -> facts().list();
            case "iface-mac" -> facts().mac();
            case "iface-name" -> facts().name();
            case "iface-rollback" -> changes().rollback();
            case "iface-start" -> changes().start();
            case "iface-unbridge" -> new InterfaceBridging(hypervisor).unbridge();
            case "iface-undefine" -> changes().undefine();
            default -> null;
        };
    }

    private InterfaceFacts facts() {
        return new InterfaceFacts(hypervisor);
    }

    private InterfaceChanges changes() {
        return new InterfaceChanges(hypervisor);
    }
}
