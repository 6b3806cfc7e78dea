package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainCheckpoint;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Quoting;
import dev.jvirt.virsh.shell.TextEditor;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.List;
import java.util.Optional;

/// The commands that make checkpoints, change what is noted of them, and remove them.
final class CheckpointChanges {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;
    private final Completer checkpoints;

    CheckpointChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
        checkpoints = CheckpointChoice.names(hypervisor);
    }

    Command create() {
        return command("checkpoint-create", "Create a checkpoint from XML")
                .description("Make a checkpoint of a domain as a document describes it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .string("xmlfile", "file with the XML of the checkpoint")
                .flag("redefine", "only note one that exists already")
                .flag("redefine-validate", "check what is noted")
                .flag("quiesce", "with the file systems of the guest at rest")
                .run(this::create);
    }

    private void create(Words words) {
        words.requires("redefine-validate", "redefine");
        Domain domain = domains.find(words);
        Optional<String> file = words.text("xmlfile");
        String xml =
                file.map(name -> FileTexts.read(hypervisor.shell(), name))
                        .orElse("<domaincheckpoint/>");
        DomainCheckpoint checkpoint = domain.checkpoints().create(xml, flags(words));
        String from = file.map(path -> " from '" + path + "'").orElse("");
        output.extra("Domain checkpoint " + checkpoint.name() + " created" + from);
    }

    private static Flags<DomainCheckpointCreateFlag> flags(Words words) {
        Flags<DomainCheckpointCreateFlag> flags = Flags.none();
        if (words.has("redefine")) {
            flags = flags.with(DomainCheckpointCreateFlag.REDEFINE);
        }
        if (words.has("redefine-validate")) {
            flags = flags.with(DomainCheckpointCreateFlag.REDEFINE_VALIDATE);
        }
        if (words.has("quiesce")) {
            flags = flags.with(DomainCheckpointCreateFlag.QUIESCE);
        }
        return flags;
    }

    Command createAs() {
        return command("checkpoint-create-as", "Create a checkpoint from a set of args")
                .description("Make a checkpoint of a domain as the options describe it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .string("name", "its name")
                .string("description", "what it is for")
                .flag("print-xml", "print the XML and change nothing")
                .flag("quiesce", "with the file systems of the guest at rest")
                .option(Option.arguments("diskspec", "disk: disk[,checkpoint=type][,bitmap=name]"))
                .run(this::createAs);
    }

    private void createAs(Words words) {
        Domain domain = domains.find(words);
        var xml = new XmlBuilder().open("domaincheckpoint").content();
        xml.element("name", words.text("name"));
        xml.element("description", words.text("description"));
        List<String> disks = words.arguments();
        if (!disks.isEmpty()) {
            xml.open("disks");
            disks.forEach(spec -> disk(xml, spec));
            xml.close();
        }
        String document = xml.close().toString();
        if (words.has("print-xml")) {
            output.line(document);
            return;
        }
        DomainCheckpoint checkpoint = domain.checkpoints().create(document, flags(words));
        output.extra("Domain checkpoint " + checkpoint.name() + " created");
    }

    private static void disk(XmlBuilder xml, String spec) {
        List<String> parts = Quoting.split(spec);
        DiskOptions options =
                DiskOptions.parse(
                        parts.subList(1, parts.size()),
                        List.of("checkpoint", "bitmap"),
                        "diskspec",
                        spec);
        xml.open("disk").attribute("name", parts.getFirst());
        xml.attribute("checkpoint", options.value("checkpoint"));
        xml.attribute("bitmap", options.value("bitmap")).close();
    }

    Command delete() {
        return command("checkpoint-delete", "Delete a domain checkpoint")
                .description("Remove a checkpoint.")
                .option(domains.option(DomainListFlag.ACTIVE, DomainListFlag.HAS_CHECKPOINT))
                .option(
                        Option.string("checkpointname", "the name of the checkpoint")
                                .completedBy(checkpoints))
                .flag("children", "and all its children")
                .flag("children-only", "its children, but not itself")
                .flag("metadata", "only what libvirt notes of it, not its contents")
                .run(this::delete);
    }

    private void delete(Words words) {
        Domain domain = domains.find(words);
        DomainCheckpoint checkpoint = CheckpointChoice.find(words, domain, "checkpointname");
        Flags<DomainCheckpointDeleteFlag> flags = Flags.none();
        if (words.has("children")) {
            flags = flags.with(DomainCheckpointDeleteFlag.CHILDREN);
        }
        if (words.has("children-only")) {
            flags = flags.with(DomainCheckpointDeleteFlag.CHILDREN_ONLY);
        }
        if (words.has("metadata")) {
            flags = flags.with(DomainCheckpointDeleteFlag.METADATA_ONLY);
        }
        String name = checkpoint.name();
        Flags<DomainCheckpointDeleteFlag> wanted = flags;
        Attempt.to("Failed to delete checkpoint " + name, () -> checkpoint.delete(wanted));
        String children = words.has("children-only") ? " children" : "";
        output.extra("Domain checkpoint " + name + children + " deleted\n");
    }

    Command edit() {
        return command("checkpoint-edit", "edit XML for a checkpoint")
                .description("Change what is noted of a checkpoint with an editor.")
                .option(domains.option(DomainListFlag.HAS_CHECKPOINT))
                .option(
                        Option.string("checkpointname", "the name of the checkpoint")
                                .completedBy(checkpoints))
                .run(this::edit);
    }

    private void edit(Words words) {
        Domain domain = domains.find(words);
        DomainCheckpoint checkpoint = CheckpointChoice.find(words, domain, "checkpointname");
        try {
            edit(domain, checkpoint);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to update " + checkpoint.name(), e);
        } catch (CommandFailure e) {
            throw e.and("Failed to update " + checkpoint.name());
        }
    }

    private void edit(Domain domain, DomainCheckpoint checkpoint) {
        String name = checkpoint.name();
        String xml = checkpoint.xml(Flags.of(DomainCheckpointXmlFlag.SECURE));
        String edited = new TextEditor(hypervisor.shell()).edit(xml, ".xml");
        if (edited.equals(xml)) {
            output.extra("Checkpoint " + name + " XML configuration not changed.\n");
            return;
        }
        DomainCheckpoint changed =
                domain.checkpoints().create(edited, Flags.of(DomainCheckpointCreateFlag.REDEFINE));
        if (!changed.name().equals(name)) {
            Attempt.to(
                    "Failed to clean up " + changed.name(),
                    () -> changed.delete(Flags.of(DomainCheckpointDeleteFlag.METADATA_ONLY)));
            throw new CommandFailure("Cannot rename checkpoint " + name + " to " + changed.name());
        }
        output.extra("Checkpoint " + name + " edited.\n");
    }
}
