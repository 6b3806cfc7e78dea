package dev.jvirt.virsh;

import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.snapshot.SnapshotCommandTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about snapshots.
final class SnapshotCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    SnapshotCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Snapshot";
    }

    @Override
    public String keyword() {
        return "snapshot";
    }

    @Override
    public List<String> names() {
        return List.of(
                "snapshot-create",
                "snapshot-create-as",
                "snapshot-current",
                "snapshot-delete",
                "snapshot-dumpxml",
                "snapshot-edit",
                "snapshot-info",
                "snapshot-list",
                "snapshot-parent",
                "snapshot-revert");
    }

    @Override
    public @Nullable Command find(String name) {
        return name.startsWith("snapshot-")
                ? new SnapshotCommandTable(hypervisor).findSnapshot(name)
                : null;
    }
}
