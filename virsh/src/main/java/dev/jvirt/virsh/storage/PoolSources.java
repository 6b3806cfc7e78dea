package dev.jvirt.virsh.storage;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.Optional;

/// The commands that look for something that a pool could be made of.
record PoolSources(Hypervisor hypervisor) {
    Command find() {
        return command("find-storage-pool-sources", "look for something to make pools of")
                .description("Print what pools can be made of, as XML.")
                .option(type())
                .string("srcSpec", "the file with the XML that says where to look")
                .run(this::find);
    }

    private static Option type() {
        return Option.data("type", "the type of pool").completedBy(words -> PoolTypes.ALL);
    }

    private void find(Words words) {
        String type = words.require("type");
        find(type, words.text("srcSpec").map(file -> FileTexts.read(hypervisor.shell(), file)));
    }

    private void find(String type, Optional<String> place) {
        String sources =
                Attempt.get(
                        "Failed to find any " + type + " pool sources",
                        () -> hypervisor.connection().storagePools().findSources(type, place, 0));
        hypervisor.output().print(sources);
    }

    Command findBy() {
        return command("find-storage-pool-sources-as", "look at a place for pools")
                .description("Print what pools can be made of, as XML.")
                .option(type())
                .string("host", "the host to ask")
                .string("port", "the port to ask")
                .string("initiator", "the IQN to ask as")
                .run(this::findBy);
    }

    private void findBy(Words words) {
        String type = words.require("type");
        Optional<String> host = words.text("host");
        Optional<String> port = words.text("port");
        Optional<String> initiator = words.text("initiator");
        if (host.isEmpty()) {
            find(type, Optional.empty());
            return;
        }
        var xml = new XmlBuilder().open("source").content();
        xml.open("host").attribute("name", host).attribute("port", port).close();
        initiator.ifPresent(iqn -> PoolArguments.initiator(xml, iqn));
        find(type, Optional.of(xml.close().toString()));
    }
}
