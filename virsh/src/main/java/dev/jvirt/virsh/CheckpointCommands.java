package dev.jvirt.virsh;

import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.snapshot.SnapshotCommandTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about checkpoints.
final class CheckpointCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    CheckpointCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Checkpoint";
    }

    @Override
    public String keyword() {
        return "checkpoint";
    }

    @Override
    public List<String> names() {
        return List.of(
                "checkpoint-create",
                "checkpoint-create-as",
                "checkpoint-delete",
                "checkpoint-dumpxml",
                "checkpoint-edit",
                "checkpoint-info",
                "checkpoint-list",
                "checkpoint-parent");
    }

    @Override
    public @Nullable Command find(String name) {
        return name.startsWith("checkpoint-")
                ? new SnapshotCommandTable(hypervisor).findCheckpoint(name)
                : null;
    }
}
