package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Quoting;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The commands about snapshots: so far the document of one can be made.
final class SnapshotCommands implements CommandGroup {
    private final Hypervisor hypervisor;
    private final Domains domains;

    SnapshotCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
    }

    @Override
    public String title() {
        return "Snapshot";
    }

    @Override
    public String keyword() {
        return "snapshot";
    }

    @Override
    public List<String> names() {
        return List.of("snapshot-create-as");
    }

    @Override
    public @Nullable Command find(String name) {
        return name.equals("snapshot-create-as") ? createAs() : null;
    }

    private Command createAs() {
        return command("snapshot-create-as", "Create a snapshot from a set of args")
                .description("Take a snapshot of a domain as the options describe it.")
                .option(domains.option())
                .string("name", "its name")
                .string("description", "what it is for")
                .flag("print-xml", "print the XML of the snapshot and take none")
                .flag("no-metadata", "take it and forget about it")
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
        domains.find(words);
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
            hypervisor.output().line(document);
            return;
        }
        throw LibvirtException.unsupported(ErrorDomain.NONE, "virDomainSnapshotCreateXML");
    }

    private static void memory(XmlBuilder xml, String spec) {
        var parts = new ArrayList<String>();
        for (String part : Quoting.split(spec)) {
            parts.add(part.startsWith("/") ? "file=" + part : part);
        }
        Map<String, String> values =
                values(parts, List.of("file", "snapshot"))
                        .orElseThrow(() -> unparsable("memspec", spec));
        xml.open("memory");
        xml.attribute("snapshot", Optional.ofNullable(values.get("snapshot")));
        xml.attribute("file", Optional.ofNullable(values.get("file"))).close();
    }

    private static void disk(XmlBuilder xml, String spec) {
        List<String> parts = Quoting.split(spec);
        Map<String, String> values =
                values(
                                parts.subList(1, parts.size()),
                                List.of("snapshot", "driver", "stype", "file"))
                        .orElseThrow(() -> unparsable("diskspec", spec));
        Optional<String> type = Optional.ofNullable(values.get("stype"));
        if (!type.orElse("file").equals("file") && !type.get().equals("block")) {
            throw new CommandFailure(
                    List.of(
                            "Unknown storage type: '" + type.get() + "'",
                            unparsable("diskspec", spec).lines().getFirst()));
        }
        xml.open("disk").attribute("name", parts.getFirst());
        xml.attribute("snapshot", Optional.ofNullable(values.get("snapshot")));
        xml.attribute("type", type);
        if (values.containsKey("driver")) {
            xml.open("driver").attribute("type", values.get("driver")).close();
        }
        if (values.containsKey("file")) {
            String attribute = type.orElse("file").equals("block") ? "dev" : "file";
            xml.open("source").attribute(attribute, values.get("file")).close();
        }
        xml.close();
    }

    /// What stands behind some names, each of which may be there once; empty if something else is.
    private static Optional<Map<String, String>> values(List<String> parts, List<String> names) {
        var values = new LinkedHashMap<String, String>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals);
            if (!names.contains(name) || values.containsKey(name)) {
                return Optional.empty();
            }
            values.put(name, part.substring(equals + 1));
        }
        return Optional.of(values);
    }

    private static CommandFailure unparsable(String option, String spec) {
        return new CommandFailure("unable to parse " + option + ": " + spec);
    }
}
