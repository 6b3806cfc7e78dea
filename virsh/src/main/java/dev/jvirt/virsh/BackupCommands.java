package dev.jvirt.virsh;

import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.snapshot.SnapshotCommandTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about backups.
final class BackupCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    BackupCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Backup";
    }

    @Override
    public String keyword() {
        return "backup";
    }

    @Override
    public List<String> names() {
        return List.of("backup-begin", "backup-dumpxml");
    }

    @Override
    public @Nullable Command find(String name) {
        return name.startsWith("backup-")
                ? new SnapshotCommandTable(hypervisor).findBackup(name)
                : null;
    }
}
