package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StorageVolumeCreateFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;

/// The commands that make volumes of documents.
record VolumeCreation(Hypervisor hypervisor) {
    static final Option PREALLOCATE =
            Option.flag("prealloc-metadata", "make room for the metadata of a qcow2 image at once");
    static final Option REFLINK = Option.flag("reflink", "share the data, where the host can");
    private static final String INPUT_POOL = "inputpool";

    Command create() {
        return command("vol-create", "create a volume from an XML file")
                .description("Create a volume.")
                .option(new NamedPools(hypervisor).option())
                .option(Documents.file())
                .option(PREALLOCATE)
                .option(Documents.validate())
                .run(this::create);
    }

    private void create(Words words) {
        Flags<StorageVolumeCreateFlag> flags = flags(words);
        StoragePool pool = new NamedPools(hypervisor).find(words);
        new Documents(hypervisor)
                .fromFile(
                        words,
                        new Outcome("Vol %s created from %s", "Failed to create vol from %s"),
                        (xml, validated) -> pool.createVolumeXml(xml, flags).name());
    }

    /// What the options say about the making of a volume.
    static Flags<StorageVolumeCreateFlag> flags(Words words) {
        Flags<StorageVolumeCreateFlag> flags = Flags.none();
        if (words.has("prealloc-metadata")) {
            flags = flags.with(StorageVolumeCreateFlag.PREALLOC_METADATA);
        }
        if (words.has("reflink")) {
            flags = flags.with(StorageVolumeCreateFlag.REFLINK);
        }
        if (words.has("validate")) {
            flags = flags.with(StorageVolumeCreateFlag.VALIDATE);
        }
        return flags;
    }

    Command createFrom() {
        var inputs = new NamedVolumes(hypervisor, INPUT_POOL);
        return command("vol-create-from", "create a volume with the data of another")
                .description("Create a volume with the data of another.")
                .option(new NamedPools(hypervisor).option())
                .option(Documents.file())
                .option(inputs.option())
                .option(inputs.pool())
                .option(PREALLOCATE)
                .option(REFLINK)
                .option(Documents.validate())
                .run(this::createFrom);
    }

    private void createFrom(Words words) {
        StoragePool pool = new NamedPools(hypervisor).find(words);
        Flags<StorageVolumeCreateFlag> flags = flags(words);
        String file = words.require("file");
        StorageVolume input = new NamedVolumes(hypervisor, INPUT_POOL).find(words);
        String xml = FileTexts.read(hypervisor.shell(), file);
        StorageVolume made =
                Attempt.get(
                        "Failed to create vol from " + file,
                        () -> pool.createVolumeXmlFrom(xml, input, flags));
        hypervisor
                .output()
                .extra("Vol " + made.name() + " created from input vol " + input.name() + "\n");
    }
}
