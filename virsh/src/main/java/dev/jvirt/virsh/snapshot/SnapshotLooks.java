package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.Optional;

/// The commands that look at one snapshot.
final class SnapshotLooks {
    private static final int LABELS = 15;
    static final String DISK_SNAPSHOT = "disk-snapshot";

    private final Domains domains;
    private final Output output;
    private final Completer snapshots;

    SnapshotLooks(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
        snapshots = SnapshotChoice.names(hypervisor);
    }

    Command current() {
        return command("snapshot-current", "Get or set the current snapshot")
                .description(
                        "Print the current snapshot of a domain, or make another one the current one.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .flag("name", "print its name, not its XML")
                .flag("security-info", "with passwords and the like")
                .option(
                        Option.string("snapshotname", "the snapshot to make the current one")
                                .completedBy(snapshots))
                .run(this::current);
    }

    private void current(Words words) {
        words.exclusive("name", "snapshotname");
        Domain domain = domains.find(words);
        Optional<String> wanted = words.text("snapshotname");
        if (wanted.isPresent()) {
            makeCurrent(domain, wanted.get());
            output.extra("Snapshot " + wanted.get() + " set as current");
            return;
        }
        if (!domain.snapshots().hasCurrent(0)) {
            throw new CommandFailure("domain '" + domain.name() + "' has no current snapshot");
        }
        DomainSnapshot snapshot = domain.snapshots().current(0);
        output.print(words.has("name") ? snapshot.name() : snapshot.xml(xmlFlags(words)));
    }

    private static void makeCurrent(Domain domain, String name) {
        String xml =
                domain.snapshots()
                        .lookupByName(name, 0)
                        .xml(Flags.of(DomainSnapshotXmlFlag.SECURE));
        Flags<DomainSnapshotCreateFlag> flags =
                Flags.of(DomainSnapshotCreateFlag.REDEFINE, DomainSnapshotCreateFlag.CURRENT);
        boolean disks = xml.contains("<state>" + DISK_SNAPSHOT + "</state>");
        domain.snapshots()
                .create(xml, disks ? flags.with(DomainSnapshotCreateFlag.DISK_ONLY) : flags);
    }

    private static Flags<DomainSnapshotXmlFlag> xmlFlags(Words words) {
        return words.has("security-info") ? Flags.of(DomainSnapshotXmlFlag.SECURE) : Flags.none();
    }

    Command dumpXml() {
        return command("snapshot-dumpxml", "Dump XML for a domain snapshot")
                .description("Print the XML of a snapshot.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .option(
                        Option.data("snapshotname", "the name of the snapshot")
                                .completedBy(snapshots))
                .flag("security-info", "with passwords and the like")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(this::dumpXml);
    }

    private void dumpXml(Words words) {
        String name = words.require("snapshotname");
        Domain domain = domains.find(words);
        DomainSnapshot snapshot = domain.snapshots().lookupByName(name, 0);
        words.checkNotEmpty("xpath");
        XmlOutput.print(output, snapshot.xml(xmlFlags(words)), words);
    }

    Command parent() {
        return command("snapshot-parent", "Get the name of the parent of a snapshot")
                .description("Print from which snapshot the domain went on until this one.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .option(
                        Option.string("snapshotname", "the name of the snapshot")
                                .completedBy(snapshots))
                .flag("current", "of the current one")
                .run(this::parent);
    }

    private void parent(Words words) {
        Domain domain = domains.find(words);
        DomainSnapshot snapshot = SnapshotChoice.exclusive(words, domain, "snapshotname");
        Optional<String> parent = SnapshotChoice.parent(snapshot);
        output.print(
                parent.orElseThrow(
                        () ->
                                new CommandFailure(
                                        "snapshot '" + snapshot.name() + "' has no parent")));
    }

    Command info() {
        return command("snapshot-info", "snapshot information")
                .description("Print the most important facts about a snapshot.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .option(
                        Option.string("snapshotname", "the name of the snapshot")
                                .completedBy(snapshots))
                .flag("current", "the current one")
                .run(this::info);
    }

    private void info(Words words) {
        Domain domain = domains.find(words);
        DomainSnapshot snapshot = SnapshotChoice.exclusive(words, domain, "snapshotname");
        output.field("Name:", LABELS, snapshot.name());
        output.field("Domain:", LABELS, domain.name());
        output.field("Current:", LABELS, yesOrNo(snapshot.isCurrent(0)));
        XmlElement root = XmlQuery.of(snapshot.xml(Flags.none())).root();
        String state = root.child("state").text();
        if (state.isEmpty()) {
            throw new CommandFailure("unexpected problem reading snapshot xml");
        }
        output.field("State:", LABELS, state);
        output.field("Location:", LABELS, isExternal(root, state) ? "external" : "internal");
        String parent = root.child("parent").child("name").text();
        output.field("Parent:", LABELS, parent.isEmpty() ? "-" : parent);
        int children = snapshot.children(Flags.none()).size();
        output.field("Children:", LABELS, Integer.toString(children));
        int all = snapshot.children(Flags.of(DomainSnapshotListFlag.DESCENDANTS)).size();
        output.field("Descendants:", LABELS, Integer.toString(all));
        output.field("Metadata:", LABELS, yesOrNo(snapshot.hasMetadata(0)));
    }

    /// Whether it is in files of its own. Old documents tell only of those without memory.
    private static boolean isExternal(XmlElement root, String state) {
        XmlElement memory = root.child("memory");
        if (!memory.exists()) {
            return state.equals(DISK_SNAPSHOT);
        }
        boolean external = memory.attribute("snapshot").equals("external");
        for (XmlElement disk : root.child("disks").children("disk")) {
            external |= disk.attribute("snapshot").equals("external");
        }
        return external;
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }
}
