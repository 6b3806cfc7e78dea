package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Quoting;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands that take snapshots.
final class SnapshotCreation {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    SnapshotCreation(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command create() {
        return command("snapshot-create", "Create a snapshot from XML")
                .description("Take a snapshot of a domain as a document describes it.")
                .option(domains.option())
                .string("xmlfile", "file with the XML of the snapshot")
                .flag("redefine", "only note one that exists already")
                .flag("current", "with --redefine, make it the current one")
                .flag("no-metadata", "forget about it once it is taken")
                .flag("halt", "stop the domain once it is taken")
                .flag("disk-only", "of the disks, not of the memory")
                .flag("reuse-external", "into files that exist already")
                .flag("quiesce", "with the file systems of the guest at rest")
                .flag("atomic", "all of it or nothing")
                .flag("live", "while the guest goes on")
                .flag("validate", "validate the XML against the schema")
                .run(this::create);
    }

    private void create(Words words) {
        Domain domain = domains.find(words);
        Optional<String> file = words.text("xmlfile");
        String xml =
                file.map(name -> FileTexts.read(hypervisor.shell(), name))
                        .orElse("<domainsnapshot/>");
        create(domain, xml, flags(words), file);
    }

    private static Flags<DomainSnapshotCreateFlag> flags(Words words) {
        Flags<DomainSnapshotCreateFlag> flags = Flags.none();
        for (DomainSnapshotCreateFlag flag : DomainSnapshotCreateFlag.values()) {
            String option =
                    switch (flag) {
                        case REDEFINE -> "redefine";
                        case CURRENT -> "current";
                        case NO_METADATA -> "no-metadata";
                        case HALT -> "halt";
                        case DISK_ONLY -> "disk-only";
                        case REUSE_EXT -> "reuse-external";
                        case QUIESCE -> "quiesce";
                        case ATOMIC -> "atomic";
                        case LIVE -> "live";
                        case VALIDATE -> "validate";
                    };
            if (words.has(option)) {
                flags = flags.with(flag);
            }
        }
        return flags;
    }

    private void create(
            Domain domain,
            String xml,
            Flags<DomainSnapshotCreateFlag> flags,
            Optional<String> file) {
        String name = take(domain, xml, flags, file.isPresent()).name();
        String from = file.map(path -> " from '" + path + "'").orElse("");
        output.extra("Domain snapshot " + name + " created" + from);
    }

    /// Takes a snapshot even with a driver that does not know some flags.
    private static DomainSnapshot take(
            Domain domain, String xml, Flags<DomainSnapshotCreateFlag> flags, boolean given) {
        try {
            return domain.snapshots().create(xml, flags);
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT
                    && !given
                    && flags.has(DomainSnapshotCreateFlag.VALIDATE)) {
                return take(domain, xml, flags.without(DomainSnapshotCreateFlag.VALIDATE), true);
            }
            if (e.code() != ErrorCode.INVALID_ARG || !flags.has(DomainSnapshotCreateFlag.HALT)) {
                throw e;
            }
        }
        if (!domain.isPersistent()) {
            throw new CommandFailure("cannot halt after snapshot of transient domain");
        }
        boolean active = domain.isActive();
        DomainSnapshot snapshot =
                domain.snapshots().create(xml, flags.without(DomainSnapshotCreateFlag.HALT));
        if (active) {
            domain.destroy(Flags.none());
        }
        return snapshot;
    }

    Command createAs() {
        return command("snapshot-create-as", "Create a snapshot from a set of args")
                .description("Take a snapshot of a domain as the options describe it.")
                .option(domains.option())
                .string("name", "its name")
                .string("description", "what it is for")
                .flag("print-xml", "print the XML and change nothing")
                .flag("no-metadata", "forget about it once it is taken")
                .flag("halt", "stop the domain once it is taken")
                .flag("disk-only", "of the disks, not of the memory")
                .flag("reuse-external", "into files that exist already")
                .flag("quiesce", "with the file systems of the guest at rest")
                .flag("atomic", "all of it or nothing")
                .flag("live", "while the guest goes on")
                .flag("validate", "validate the XML against the schema")
                .option(Option.string("memspec", "memory: [file=]name[,snapshot=type]").named())
                .option(
                        Option.arguments(
                                "diskspec",
                                "disk: disk[,snapshot=type][,driver=type][,stype=type][,file=name]"))
                .run(this::createAs);
    }

    private void createAs(Words words) {
        Domain domain = domains.find(words);
        var xml = new XmlBuilder().open("domainsnapshot").content();
        xml.element("name", words.text("name"));
        xml.element("description", words.text("description"));
        words.text("memspec").ifPresent(spec -> memory(xml, spec));
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
        create(domain, document, flags(words), Optional.empty());
    }

    private static void memory(XmlBuilder xml, String spec) {
        var parts = new ArrayList<String>();
        for (String part : Quoting.split(spec)) {
            parts.add(part.startsWith("/") ? "file=" + part : part);
        }
        DiskOptions options =
                DiskOptions.parse(parts, List.of("file", "snapshot"), "memspec", spec);
        xml.open("memory").attribute("snapshot", options.value("snapshot"));
        xml.attribute("file", options.value("file")).close();
    }

    private static void disk(XmlBuilder xml, String spec) {
        List<String> parts = Quoting.split(spec);
        DiskOptions options =
                DiskOptions.parse(
                        parts.subList(1, parts.size()),
                        List.of("snapshot", "driver", "stype", "file"),
                        "diskspec",
                        spec);
        Optional<String> type = options.value("stype");
        if (!type.orElse("file").equals("file") && !type.get().equals("block")) {
            throw new CommandFailure(
                    List.of(
                            "Unknown storage type: '" + type.get() + "'",
                            DiskOptions.unparsable("diskspec", spec).lines().getFirst()));
        }
        xml.open("disk").attribute("name", parts.getFirst());
        xml.attribute("snapshot", options.value("snapshot")).attribute("type", type);
        options.value("driver")
                .ifPresent(driver -> xml.open("driver").attribute("type", driver).close());
        String attribute = type.orElse("file").equals("block") ? "dev" : "file";
        options.value("file")
                .ifPresent(file -> xml.open("source").attribute(attribute, file).close());
        xml.close();
    }
}
