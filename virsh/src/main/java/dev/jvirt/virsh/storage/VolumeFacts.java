package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StorageVolumeInfo;
import dev.jvirt.api.storage.StorageVolumeInfoFlag;
import dev.jvirt.api.storage.StorageVolumeType;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Capacity;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;

/// The commands that tell about one volume.
final class VolumeFacts {
    private static final int LABELS = 15;

    private final Hypervisor hypervisor;
    private final NamedVolumes volumes;
    private final Output output;

    VolumeFacts(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        volumes = new NamedVolumes(hypervisor);
        output = hypervisor.output();
    }

    Command dumpXml() {
        return volumes.about(
                        command("vol-dumpxml", "vol information in XML")
                                .description("Print the XML of a volume."))
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(
                        new Documents(hypervisor)
                                .printer(volumes::find, (volume, inactive) -> volume.xml(0)));
    }

    Command name() {
        return command("vol-name", "show the name of a volume")
                .option(volumes.option("volume key or path"))
                .run(words -> output.line(volumes.findAnywhere(words).name()));
    }

    Command key() {
        return command("vol-key", "show the key of a volume")
                .option(volumes.option("volume name or path"))
                .option(volumes.pool())
                .run(words -> output.line(volumes.find(words).key()));
    }

    Command path() {
        return command("vol-path", "show the path of a volume")
                .option(volumes.option("volume name or key"))
                .option(volumes.pool())
                .run(words -> output.line(volumes.find(words).path()));
    }

    Command pool() {
        return command("vol-pool", "show the pool of a volume")
                .option(volumes.option("volume key or path"))
                .flag("uuid", "print the UUID of the pool, not its name")
                .run(this::pool);
    }

    private void pool(Words words) {
        StorageVolume volume = volumes.findAnywhere(words);
        StoragePool pool = Attempt.get("failed to get parent pool", volume::pool);
        output.line(words.has("uuid") ? pool.uuid().toString() : pool.name());
    }

    Command info() {
        return volumes.about(
                        command("vol-info", "storage vol information")
                                .description("Print the most important facts about a volume."))
                .flag("bytes", "print sizes as bytes")
                .flag("physical", "print how much room the volume takes, not what it was given")
                .run(this::info);
    }

    private void info(Words words) {
        StorageVolume volume = volumes.find(words);
        boolean physical = words.has("physical");
        field("Name:", volume.name());
        StorageVolumeInfo info =
                volume.info(physical ? Flags.of(StorageVolumeInfoFlag.PHYSICAL) : Flags.none());
        boolean bytes = words.has("bytes");
        field("Type:", typeName(info.type()));
        field("Capacity:", size(info.capacity(), bytes));
        field(physical ? "Physical:" : "Allocation:", size(info.allocation(), bytes));
    }

    /// What a type is called.
    static String typeName(StorageVolumeType type) {
        return switch (type) {
            case FILE -> "file";
            case BLOCK -> "block";
            case DIR -> "dir";
            case NETWORK -> "network";
            case NETDIR -> "netdir";
            case PLOOP -> "ploop";
        };
    }

    private static String size(long bytes, boolean plain) {
        return plain ? Long.toUnsignedString(bytes) + " bytes" : Capacity.of(bytes);
    }

    private void field(String label, String value) {
        output.field(label, LABELS, value);
    }
}
