package dev.jvirt.virsh.storage;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about storage volumes.
public final class VolumeCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public VolumeCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Storage Volume";
    }

    @Override
    public String keyword() {
        return "volume";
    }

    @Override
    public List<String> names() {
        return List.of(
                "vol-clone",
                "vol-create-as",
                "vol-create",
                "vol-create-from",
                "vol-delete",
                "vol-download",
                "vol-dumpxml",
                "vol-info",
                "vol-key",
                "vol-list",
                "vol-name",
                "vol-path",
                "vol-pool",
                "vol-resize",
                "vol-upload",
                "vol-wipe");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("vol-")) {
            return null;
        }
        return switch (name) {
            case "vol-clone" -> new VolumeCloning(hypervisor).copy();
            case "vol-create-as" -> new VolumeArguments(hypervisor).create();
            case "vol-create" -> new VolumeCreation(hypervisor).create();
            case "vol-create-from" -> new VolumeCreation(hypervisor).createFrom();
            case "vol-delete" -> changes().delete();
            case "vol-download" -> new VolumeTransfers(hypervisor).download();
            case "vol-dumpxml" -> facts().dumpXml();
            case "vol-info" -> facts().info();
            case "vol-key" -> facts().key();
            case "vol-list" -> new VolumeListing(hypervisor).list();
            case "vol-name" -> facts().name();
            case "vol-path" -> facts().path();
            case "vol-pool" -> facts().pool();
            case "vol-resize" -> changes().resize();
            case "vol-upload" -> new VolumeTransfers(hypervisor).upload();
            case "vol-wipe" -> changes().wipe();
            default -> null;
        };
    }

    private VolumeFacts facts() {
        return new VolumeFacts(hypervisor);
    }

    private VolumeChanges changes() {
        return new VolumeChanges(hypervisor);
    }
}
