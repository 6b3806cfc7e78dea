package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands that turn the XML of a domain into the hypervisor's own form and back.
final class NativeFormCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    NativeFormCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command read() {
        return command("domxml-from-native", "Convert native config to domain XML")
                .description(
                        "Print the XML of a domain that is described in the hypervisor's own form.")
                .option(Option.data("format", "the format of the file"))
                .option(Option.data("config", "the file to read"))
                .run(
                        words -> {
                            String format = words.require("format");
                            String file = words.require("config");
                            String config = FileTexts.read(hypervisor.shell(), file);
                            output.print(
                                    hypervisor
                                            .connection()
                                            .hypervisor()
                                            .domainXmlFromNative(format, config, 0));
                        });
    }

    Command write() {
        return command("domxml-to-native", "Convert domain XML to native config")
                .description(
                        "Print in the hypervisor's own form what the XML of a domain describes.")
                .option(Option.data("format", "the format to write"))
                .option(
                        Option.string("domain", "the domain: name, id or uuid")
                                .named()
                                .completedBy(domains.names()))
                .string("xml", "file with the XML of a domain")
                .run(this::write);
    }

    private void write(Words words) {
        String format = words.require("format");
        Optional<String> file = words.text("xml");
        words.exclusive("domain", "xml");
        String xml;
        if (words.has("domain")) {
            xml = domains.find(words).xml(Flags.none());
        } else {
            String name =
                    file.orElseThrow(() -> new CommandFailure("need either domain or domain XML"));
            xml = FileTexts.read(hypervisor.shell(), name);
        }
        output.print(hypervisor.connection().hypervisor().domainXmlToNative(format, xml, 0));
    }
}
