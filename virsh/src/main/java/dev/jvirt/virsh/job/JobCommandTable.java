package dev.jvirt.virsh.job;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import org.jspecify.annotations.Nullable;

/// Finds the commands of this package; only what a command needs is loaded.
public record JobCommandTable(Hypervisor hypervisor) {

    /// The command of that name, or null.
    public @Nullable Command find(String name) {
        Command command = saving(name);
        return command == null ? moving(name) : command;
    }

    private @Nullable Command saving(String name) {
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

    private @Nullable Command moving(String name) {
        return switch (name) {
            case "blockcommit" -> new BlockChainCommands(hypervisor).commit();
            case "blockcopy" -> new BlockChainCommands(hypervisor).copy();
            case "blockjob" -> new BlockJobCommands(hypervisor).job();
            case "blockpull" -> new BlockChainCommands(hypervisor).pull();
            case "blockresize" -> new BlockJobCommands(hypervisor).resize();
            case "migrate" -> new MigrateCommand(hypervisor).migrate();
            case "migrate-compcache" -> new MigrationCommands(hypervisor).compressionCache();
            case "migrate-getmaxdowntime" -> new MigrationCommands(hypervisor).maxDowntime();
            case "migrate-getspeed" -> new MigrationCommands(hypervisor).speed();
            case "migrate-postcopy" -> new MigrationCommands(hypervisor).startPostCopy();
            case "migrate-setmaxdowntime" -> new MigrationCommands(hypervisor).setMaxDowntime();
            case "migrate-setspeed" -> new MigrationCommands(hypervisor).setSpeed();
            default -> null;
        };
    }
}
