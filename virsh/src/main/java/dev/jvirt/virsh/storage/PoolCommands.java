package dev.jvirt.virsh.storage;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about storage pools.
public final class PoolCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public PoolCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Storage Pool";
    }

    @Override
    public String keyword() {
        return "pool";
    }

    @Override
    public List<String> names() {
        return List.of(
                "find-storage-pool-sources-as",
                "find-storage-pool-sources",
                "pool-autostart",
                "pool-build",
                "pool-create-as",
                "pool-create",
                "pool-define-as",
                "pool-define",
                "pool-delete",
                "pool-destroy",
                "pool-dumpxml",
                "pool-edit",
                "pool-info",
                "pool-list",
                "pool-name",
                "pool-refresh",
                "pool-start",
                "pool-undefine",
                "pool-uuid",
                "pool-event",
                "pool-capabilities");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("pool-") && !name.startsWith("find-")) {
            return null;
        }
        return switch (name) {
            case "find-storage-pool-sources-as" -> new PoolSources(hypervisor).findBy();
            case "find-storage-pool-sources" -> new PoolSources(hypervisor).find();
            case "pool-autostart" -> changes().autostart();
            case "pool-build" -> new PoolBuilding(hypervisor).build();
            case "pool-create-as" -> new PoolArguments(hypervisor).create();
            case "pool-create" -> new PoolBuilding(hypervisor).create();
            case "pool-define-as" -> new PoolArguments(hypervisor).define();
            case "pool-define" -> changes().define();
            case "pool-delete" -> changes().delete();
            case "pool-destroy" -> changes().destroy();
            case "pool-dumpxml" -> facts().dumpXml();
            case "pool-edit" -> changes().edit();
            case "pool-info" -> facts().info();
            case "pool-list" -> new PoolListing(hypervisor).list();
            case "pool-name" -> facts().name();
            case "pool-refresh" -> changes().refresh();
            case "pool-start" -> new PoolBuilding(hypervisor).start();
            case "pool-undefine" -> changes().undefine();
            case "pool-uuid" -> facts().uuid();
            case "pool-event" -> new PoolEvents(hypervisor).event();
            case "pool-capabilities" -> facts().capabilities();
            default -> null;
        };
    }

    private PoolFacts facts() {
        return new PoolFacts(hypervisor);
    }

    private PoolChanges changes() {
        return new PoolChanges(hypervisor);
    }
}
