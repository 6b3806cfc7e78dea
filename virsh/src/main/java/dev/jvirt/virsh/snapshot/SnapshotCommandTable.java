package dev.jvirt.virsh.snapshot;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import org.jspecify.annotations.Nullable;

/// Finds the commands of this package; only what a command needs is loaded.
public record SnapshotCommandTable(Hypervisor hypervisor) {

    /// The command of that name about snapshots, or null.
    public @Nullable Command findSnapshot(String name) {
        return switch (name) {
            case "snapshot-create" -> new SnapshotCreation(hypervisor).create();
            case "snapshot-create-as" -> new SnapshotCreation(hypervisor).createAs();
            case "snapshot-current" -> new SnapshotLooks(hypervisor).current();
            case "snapshot-delete" -> new SnapshotChanges(hypervisor).delete();
            case "snapshot-dumpxml" -> new SnapshotLooks(hypervisor).dumpXml();
            case "snapshot-edit" -> new SnapshotChanges(hypervisor).edit();
            case "snapshot-info" -> new SnapshotLooks(hypervisor).info();
            case "snapshot-list" -> new SnapshotListing(hypervisor).list();
            case "snapshot-parent" -> new SnapshotLooks(hypervisor).parent();
            case "snapshot-revert" -> new SnapshotChanges(hypervisor).revert();
            default -> null;
        };
    }

    /// The command of that name about checkpoints, or null.
    public @Nullable Command findCheckpoint(String name) {
        return switch (name) {
            case "checkpoint-create" -> new CheckpointChanges(hypervisor).create();
            case "checkpoint-create-as" -> new CheckpointChanges(hypervisor).createAs();
            case "checkpoint-delete" -> new CheckpointChanges(hypervisor).delete();
            case "checkpoint-dumpxml" -> new CheckpointLooks(hypervisor).dumpXml();
            case "checkpoint-edit" -> new CheckpointChanges(hypervisor).edit();
            case "checkpoint-info" -> new CheckpointLooks(hypervisor).info();
            case "checkpoint-list" -> new CheckpointLooks(hypervisor).list();
            case "checkpoint-parent" -> new CheckpointLooks(hypervisor).parent();
            default -> null;
        };
    }

    /// The command of that name about backups, or null.
    public @Nullable Command findBackup(String name) {
        return switch (name) {
            case "backup-begin" -> new BackupWork(hypervisor).begin();
            case "backup-dumpxml" -> new BackupWork(hypervisor).dumpXml();
            default -> null;
        };
    }
}
