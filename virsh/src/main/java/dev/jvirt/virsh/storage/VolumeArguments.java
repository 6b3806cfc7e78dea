package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.storage.StorageVolumeCreateFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.ScaledNumber;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;

/// The command that makes a volume of what its options say.
record VolumeArguments(Hypervisor hypervisor) {
    Command create() {
        return command("vol-create-as", "create a volume that the options describe")
                .description("Create a volume.")
                .option(new NamedPools(hypervisor).option())
                .option(Option.data("name", "the name of the volume"))
                .option(Option.data("capacity", "its size, in bytes or with a suffix"))
                .string("allocation", "the room to take at once, in bytes or with a suffix")
                .string("format", "its format: raw, qcow2, ...")
                .string("backing-vol", "the volume that it adds to")
                .string("backing-vol-format", "the format of that volume")
                .option(VolumeCreation.PREALLOCATE)
                .flag("print-xml", "print the XML and do nothing")
                .run(this::create);
    }

    /// A size in bytes.
    ///
    /// @return to be taken as an unsigned number
    static long size(String text) {
        try {
            return ScaledNumber.parseUnsigned(text, 1);
        } catch (NumberFormatException e) {
            String line = "Malformed size " + text;
            throw e.getCause() instanceof LibvirtException reason
                    ? new CommandFailure(line, reason)
                    : new CommandFailure(line);
        }
    }

    private void create(Words words) {
        StoragePool pool = new NamedPools(hypervisor).find(words);
        String name = words.require("name");
        long capacity = size(words.require("capacity"));
        String allocation = words.textOrEmpty("allocation");
        var xml =
                new XmlBuilder()
                        .open("volume")
                        .element("name", name)
                        .element("capacity", Long.toUnsignedString(capacity));
        if (!allocation.isEmpty()) {
            xml.element("allocation", Long.toUnsignedString(size(allocation)));
        }
        words.text("format").ifPresent(format -> target(xml, format));
        words.text("backing-vol").ifPresent(backing -> backing(words, pool, xml, backing));
        xml.close();
        if (words.has("print-xml")) {
            hypervisor.output().print(xml.toString());
            return;
        }
        Flags<StorageVolumeCreateFlag> flags =
                words.has("prealloc-metadata")
                        ? Flags.of(StorageVolumeCreateFlag.PREALLOC_METADATA)
                        : Flags.none();
        new Outcome("Vol %s created", "Failed to create vol %s")
                .of(hypervisor.output(), name, () -> pool.createVolumeXml(xml.toString(), flags));
    }

    private static void target(XmlBuilder xml, String format) {
        xml.open("target").content().open("format").attribute("type", format).close().close();
    }

    private void backing(Words words, StoragePool pool, XmlBuilder xml, String name) {
        StorageVolume volume = findBacking(words, pool, name);
        xml.open("backingStore").content().element("path", volume.path());
        words.text("backing-vol-format")
                .ifPresent(format -> xml.open("format").attribute("type", format).close());
        xml.close();
    }

    private StorageVolume findBacking(Words words, StoragePool pool, String name) {
        var volumes = hypervisor.connection().storageVolumes();
        LibvirtException refusal;
        trace(words, name, "name");
        try {
            return pool.lookupVolumeByName(name);
        } catch (LibvirtException e) {
            refusal = e;
        }
        trace(words, name, "key");
        try {
            return volumes.lookupByKey(name);
        } catch (LibvirtException e) {
            refusal = e;
        }
        trace(words, name, "path");
        try {
            return volumes.lookupByPath(name);
        } catch (LibvirtException e) {
            refusal = e;
        }
        throw new CommandFailure("failed to get vol '" + name + "'", refusal);
    }

    private void trace(Words words, String name, String as) {
        Output output = hypervisor.output();
        if (output.shows(DebugLevel.DEBUG)) {
            String command = words.command().name();
            output.debug(
                    DebugLevel.DEBUG,
                    command + ": Look up backing store volume '" + name + "' as " + as + "\n");
        }
    }
}
