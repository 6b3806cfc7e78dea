package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StoragePoolListFlag;
import dev.jvirt.api.storage.StorageVolumeInfo;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.object.InParallel;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `vol-list`.
record VolumeListing(Hypervisor hypervisor) {
    Command list() {
        return command("vol-list", "list the volumes of a pool")
                .description("List the volumes of a pool.")
                .option(new NamedPools(hypervisor).option(StoragePoolListFlag.ACTIVE))
                .flag("details", "print more about each of them")
                .run(this::list);
    }

    private void list(Words words) {
        StoragePool pool = new NamedPools(hypervisor).find(words);
        List<StorageVolume> volumes =
                new ArrayList<>(Attempt.get("Failed to list volumes", () -> pool.volumes(0)));
        volumes.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        if (words.has("details")) {
            var table = new Table("Name", "Path", "Type", "Capacity", "Allocation");
            InParallel.map(volumes, this::details).forEach(table::row);
            hypervisor.output().table(table);
            return;
        }
        var table = new Table("Name", "Path");
        InParallel.map(volumes, volume -> new String[] {volume.name(), path(volume)})
                .forEach(table::row);
        hypervisor.output().table(table);
    }

    private String path(StorageVolume volume) {
        return Attempt.maybe(hypervisor, volume::path).orElse("unknown");
    }

    private String[] details(StorageVolume volume) {
        Optional<StorageVolumeInfo> info =
                Attempt.maybe(hypervisor, () -> volume.info(Flags.none()));
        return new String[] {
            volume.name(),
            path(volume),
            info.map(known -> VolumeFacts.typeName(known.type())).orElse("unknown"),
            info.map(known -> Capacity.of(known.capacity())).orElse("unknown"),
            info.map(known -> Capacity.of(known.allocation())).orElse("unknown")
        };
    }
}
