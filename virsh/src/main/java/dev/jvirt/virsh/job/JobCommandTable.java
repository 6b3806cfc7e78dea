package dev.jvirt.virsh.job;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import org.jspecify.annotations.Nullable;

/// Finds the commands of this package; only what a command needs is loaded.
public record JobCommandTable(Hypervisor hypervisor) {

    /// The command of that name, or null.
    public @Nullable Command find(String name) {
        return switch (name) {
            case "domjobabort" -> new JobCommands(hypervisor).abort();
            case "domjobinfo" -> new JobCommands(hypervisor).info();
            case "dump" -> new SavingCommands(hypervisor).dump();
            case "managedsave" -> new SavingCommands(hypervisor).managedSave();
            case "managedsave-define" -> new SavedDocuments(hypervisor).defineManaged();
            case "managedsave-dumpxml" -> new SavedDocuments(hypervisor).dumpManagedXml();
            case "managedsave-edit" -> new SavedDocuments(hypervisor).editManaged();
            case "managedsave-remove" -> new SavingCommands(hypervisor).removeManagedSave();
            case "restore" -> new SavingCommands(hypervisor).restore();
            case "save" -> new SavingCommands(hypervisor).save();
            case "save-image-define" -> new SavedDocuments(hypervisor).defineImage();
            case "save-image-dumpxml" -> new SavedDocuments(hypervisor).dumpImageXml();
            case "save-image-edit" -> new SavedDocuments(hypervisor).editImage();
            default -> null;
        };
    }
}
