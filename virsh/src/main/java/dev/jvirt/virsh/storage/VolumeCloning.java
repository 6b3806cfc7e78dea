package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.StoragePool;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;

/// `vol-clone`.
record VolumeCloning(Hypervisor hypervisor) {
    Command copy() {
        var volumes = new NamedVolumes(hypervisor);
        return command("vol-clone", "make a copy of a volume")
                .description("Make a copy of a volume in its pool.")
                .option(volumes.option())
                .option(Option.data("newname", "the name of the copy"))
                .option(volumes.pool())
                .option(VolumeCreation.PREALLOCATE)
                .option(VolumeCreation.REFLINK)
                .flag("print-xml", "print the XML of the copy and do nothing")
                .run(this::copy);
    }

    private void copy(Words words) {
        StorageVolume original = new NamedVolumes(hypervisor).find(words);
        var flags = VolumeCreation.flags(words);
        StoragePool pool = Attempt.get("failed to get parent pool", original::pool);
        String xml = renamed(original.xml(0), words.require("newname"));
        if (words.has("print-xml")) {
            hypervisor.output().print(xml);
            return;
        }
        StorageVolume made =
                Attempt.get(
                        "Failed to clone vol from " + original.name(),
                        () -> pool.createVolumeXmlFrom(xml, original, flags));
        hypervisor.output().extra("Vol " + made.name() + " cloned from " + original.name() + "\n");
    }

    private static String renamed(String xml, String name) {
        XmlQuery query = XmlQuery.of(xml);
        XmlElement element = query.root().child("name");
        if (!element.exists()) {
            throw new CommandFailure("Failed to find the name of the volume in its XML");
        }
        element.setText(name);
        return query.root().xml();
    }
}
