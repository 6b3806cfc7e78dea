package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StorageVolumeDeleteFlag;
import dev.jvirt.api.storage.StorageVolumeResizeFlag;
import dev.jvirt.api.storage.StorageVolumeWipeAlgorithm;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The commands that change volumes.
final class VolumeChanges {
    private final NamedVolumes volumes;
    private final Output output;

    VolumeChanges(Hypervisor hypervisor) {
        volumes = new NamedVolumes(hypervisor);
        output = hypervisor.output();
    }

    Command delete() {
        return volumes.about(
                        command("vol-delete", "remove a volume").description("Remove a volume."))
                .flag("delete-snapshots", "and its snapshots, where the driver can")
                .run(this::delete);
    }

    private void delete(Words words) {
        StorageVolume volume = volumes.find(words);
        Flags<StorageVolumeDeleteFlag> flags =
                words.has("delete-snapshots")
                        ? Flags.of(StorageVolumeDeleteFlag.WITH_SNAPSHOTS)
                        : Flags.none();
        new Outcome("Vol %s deleted", "Failed to delete vol %s")
                .of(output, words.require(NamedVolumes.OPTION), () -> volume.delete(flags));
    }

    Command wipe() {
        return volumes.about(
                        command("vol-wipe", "overwrite what a volume holds")
                                .description("Make sure that nobody can read what was in a volume"))
                .option(
                        Option.string("algorithm", "how to overwrite it")
                                .completedBy(words -> algorithms()))
                .run(this::wipe);
    }

    private static List<String> algorithms() {
        var names = new ArrayList<String>();
        for (StorageVolumeWipeAlgorithm algorithm : StorageVolumeWipeAlgorithm.values()) {
            names.add(algorithm.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private void wipe(Words words) {
        StorageVolume volume = volumes.find(words);
        StorageVolumeWipeAlgorithm algorithm = StorageVolumeWipeAlgorithm.ZERO;
        var named = words.text("algorithm");
        if (named.isPresent()) {
            int index = algorithms().indexOf(named.get());
            if (index < 0) {
                throw new CommandFailure("Unsupported algorithm '" + named.get() + "'");
            }
            algorithm = StorageVolumeWipeAlgorithm.values()[index];
        }
        StorageVolumeWipeAlgorithm chosen = algorithm;
        new Outcome("Vol %s wiped", "Failed to wipe vol %s")
                .of(
                        output,
                        words.require(NamedVolumes.OPTION),
                        () -> {
                            if (chosen == StorageVolumeWipeAlgorithm.ZERO) {
                                volume.wipe(0);
                            } else {
                                volume.wipe(chosen, 0);
                            }
                        });
    }

    Command resize() {
        return command("vol-resize", "change the size of a volume")
                .description("Change the size of a volume; only while no running guest uses it.")
                .option(volumes.option())
                .option(Option.data("capacity", "its new size, in bytes or with a suffix"))
                .option(volumes.pool())
                .flag("allocate", "take the room for it at once")
                .flag("delta", "capacity tells by how much, not to how much")
                .flag("shrink", "let the volume get smaller")
                .run(this::resize);
    }

    private void resize(Words words) {
        boolean delta = words.has("delta");
        Flags<StorageVolumeResizeFlag> flags = Flags.none();
        if (words.has("allocate")) {
            flags = flags.with(StorageVolumeResizeFlag.ALLOCATE);
        }
        if (words.has("shrink")) {
            flags = flags.with(StorageVolumeResizeFlag.SHRINK);
        }
        StorageVolume volume = volumes.find(words);
        String capacity = words.require("capacity");
        if (capacity.startsWith("-")) {
            if (!words.has("shrink")) {
                throw new CommandFailure("negative size requires --shrink");
            }
            // The sign says by itself that this is a difference.
            delta = true;
            capacity = capacity.substring(1);
        }
        if (delta) {
            flags = flags.with(StorageVolumeResizeFlag.DELTA);
        }
        long bytes = VolumeArguments.size(capacity);
        String how = (delta ? "by " : "to ") + capacity;
        try {
            volume.resize(bytes, flags);
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "Failed to change size of volume '" + volume.name() + "' " + how, e);
        }
        output.extra("Size of volume '" + volume.name() + "' successfully changed " + how + "\n");
    }
}
