package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.virsh.DocumentEdit;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands about the documents in files that domains were written to.
final class SavedDocuments {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    SavedDocuments(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    private static Flags<DomainSaveRestoreFlag> state(Words words) {
        if (words.has("running")) {
            return words.has("paused")
                    ? Flags.of(DomainSaveRestoreFlag.RUNNING, DomainSaveRestoreFlag.PAUSED)
                    : Flags.of(DomainSaveRestoreFlag.RUNNING);
        }
        return words.has("paused") ? Flags.of(DomainSaveRestoreFlag.PAUSED) : Flags.none();
    }

    private static Flags<DomainSaveImageXmlFlag> secure(Words words) {
        return words.has("security-info") ? Flags.of(DomainSaveImageXmlFlag.SECURE) : Flags.none();
    }

    private static String path(Hypervisor hypervisor, String file) {
        return hypervisor.shell().resolve(file).toString();
    }

    Command dumpImageXml() {
        return command("save-image-dumpxml", "saved state domain information in XML")
                .description("Print the XML of the domain in a file that save wrote.")
                .option(Option.data("file", "the file with the state"))
                .flag("security-info", "with passwords and the like")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(
                        words -> {
                            String file = words.require("file");
                            words.checkNotEmpty("xpath");
                            String xml =
                                    hypervisor
                                            .connection()
                                            .savedDomains()
                                            .xml(path(hypervisor, file), secure(words));
                            XmlOutput.print(output, xml, words);
                        });
    }

    Command defineImage() {
        return command("save-image-define", "redefine the XML for a domain's saved state file")
                .description("Change the XML of the domain in a file that save wrote.")
                .option(Option.data("file", "the file with the state"))
                .option(Option.data("xml", "file with another XML for the domain"))
                .flag("running", "let it run when it is restored")
                .flag("paused", "keep it paused when it is restored")
                .run(this::defineImage);
    }

    private void defineImage(Words words) {
        String file = words.require("file");
        String xml = FileTexts.read(hypervisor.shell(), words.require("xml"));
        Attempt.to(
                "Failed to update " + file,
                () ->
                        hypervisor
                                .connection()
                                .savedDomains()
                                .defineXml(path(hypervisor, file), xml, state(words)));
        output.extra("State file " + file + " updated.\n");
    }

    Command editImage() {
        return command("save-image-edit", "edit XML for a domain's saved state file")
                .description(
                        "Change the XML of the domain in a file that save wrote, with an editor.")
                .option(Option.data("file", "the file with the state"))
                .flag("running", "let it run when it is restored")
                .flag("paused", "keep it paused when it is restored")
                .run(
                        words -> {
                            String file = words.require("file");
                            words.exclusive("running", "paused");
                            var image = new Image(hypervisor, file, state(words));
                            new DocumentEdit(hypervisor.shell(), image, false).run();
                        });
    }

    private record Image(Hypervisor hypervisor, String file, Flags<DomainSaveRestoreFlag> state)
            implements DocumentEdit.Subject {
        @Override
        public String read() {
            return hypervisor
                    .connection()
                    .savedDomains()
                    .xml(path(hypervisor, file), Flags.of(DomainSaveImageXmlFlag.SECURE));
        }

        @Override
        public String define(String xml, boolean validated) {
            hypervisor.connection().savedDomains().defineXml(path(hypervisor, file), xml, state);
            return "State file " + file;
        }

        @Override
        public String name() {
            return "Saved image " + file;
        }

        @Override
        public String changed(String what) {
            return what + " edited.\n";
        }
    }

    Command dumpManagedXml() {
        return command(
                        "managedsave-dumpxml",
                        "Domain information of managed save state file in XML")
                .description("Print the XML of a domain in its saved state.")
                .option(domains.option(DomainListFlag.MANAGEDSAVE))
                .flag("security-info", "with passwords and the like")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(
                        words -> {
                            words.checkNotEmpty("xpath");
                            Domain domain = domains.find(words);
                            String xml = domain.saving().managedSaveXml(secure(words));
                            XmlOutput.print(output, xml, words);
                        });
    }

    Command defineManaged() {
        return command(
                        "managedsave-define",
                        "redefine the XML for a domain's managed save state file")
                .description("Change the XML of a domain in its saved state.")
                .option(domains.option(DomainListFlag.MANAGEDSAVE))
                .option(Option.data("xml", "file with another XML for the domain"))
                .flag("running", "let it run at the next start")
                .flag("paused", "keep it paused at the next start")
                .run(this::defineManaged);
    }

    private void defineManaged(Words words) {
        words.exclusive("running", "paused");
        String file = words.require("xml");
        String xml = FileTexts.read(hypervisor.shell(), file);
        Domain domain = domains.find(words);
        Attempt.to(
                "Failed to update " + domain.name() + " XML configuration",
                () -> domain.saving().defineManagedSaveXml(Optional.of(xml), state(words)));
        output.extra("Managed save state file of domain '" + domain.name() + "' updated.\n");
    }

    Command editManaged() {
        return command("managedsave-edit", "edit XML for a domain's managed save state file")
                .description("Change the XML of a domain in its saved state, with an editor.")
                .option(domains.option(DomainListFlag.MANAGEDSAVE))
                .flag("running", "let it run at the next start")
                .flag("paused", "keep it paused at the next start")
                .run(
                        words -> {
                            words.exclusive("running", "paused");
                            var state = new Managed(domains.find(words), state(words));
                            new DocumentEdit(hypervisor.shell(), state, false).run();
                        });
    }

    private record Managed(Domain domain, Flags<DomainSaveRestoreFlag> state)
            implements DocumentEdit.Subject {
        @Override
        public String read() {
            return domain.saving().managedSaveXml(Flags.of(DomainSaveImageXmlFlag.SECURE));
        }

        @Override
        public String define(String xml, boolean validated) {
            domain.saving().defineManagedSaveXml(Optional.of(xml), state);
            return "Managed save image of Domain '" + domain.name() + "'";
        }

        @Override
        public String name() {
            return "Managed save image of domain '" + domain.name() + "'";
        }
    }
}
