package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainCheckpoint;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainCheckpointListFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.object.FamilyTree;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The commands that look at checkpoints.
final class CheckpointLooks {
    private static final int LABELS = 15;

    private final Domains domains;
    private final Output output;
    private final Completer checkpoints;

    CheckpointLooks(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
        checkpoints = CheckpointChoice.names(hypervisor);
    }

    Command dumpXml() {
        return command("checkpoint-dumpxml", "Dump XML for a domain checkpoint")
                .description("Print the XML of a checkpoint.")
                .option(domains.option(DomainListFlag.HAS_CHECKPOINT))
                .option(
                        Option.string("checkpointname", "the name of the checkpoint")
                                .completedBy(checkpoints))
                .flag("security-info", "with passwords and the like")
                .flag("no-domain", "without the domain in it")
                .flag("size", "with the sizes of backups from there on")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(this::dumpXml);
    }

    private void dumpXml(Words words) {
        Flags<DomainCheckpointXmlFlag> flags = Flags.none();
        if (words.has("security-info")) {
            flags = flags.with(DomainCheckpointXmlFlag.SECURE);
        }
        if (words.has("no-domain")) {
            flags = flags.with(DomainCheckpointXmlFlag.NO_DOMAIN);
        }
        if (words.has("size")) {
            flags = flags.with(DomainCheckpointXmlFlag.SIZE);
        }
        words.checkNotEmpty("xpath");
        Domain domain = domains.find(words);
        DomainCheckpoint checkpoint = CheckpointChoice.find(words, domain, "checkpointname");
        XmlOutput.print(output, checkpoint.xml(flags), words);
    }

    Command parent() {
        return command("checkpoint-parent", "Get the name of the parent of a checkpoint")
                .description("Print which checkpoint came before this one.")
                .option(domains.option(DomainListFlag.HAS_CHECKPOINT))
                .option(
                        Option.string("checkpointname", "the name of the checkpoint")
                                .completedBy(checkpoints))
                .run(this::parent);
    }

    private void parent(Words words) {
        Domain domain = domains.find(words);
        DomainCheckpoint checkpoint = CheckpointChoice.find(words, domain, "checkpointname");
        Optional<String> parent = CheckpointChoice.parent(checkpoint);
        output.print(
                parent.orElseThrow(
                        () ->
                                new CommandFailure(
                                        "checkpoint '" + checkpoint.name() + "' has no parent")));
    }

    Command info() {
        return command("checkpoint-info", "checkpoint information")
                .description("Print the most important facts about a checkpoint.")
                .option(domains.option(DomainListFlag.HAS_CHECKPOINT))
                .option(
                        Option.string("checkpointname", "the name of the checkpoint")
                                .completedBy(checkpoints))
                .run(this::info);
    }

    private void info(Words words) {
        Domain domain = domains.find(words);
        DomainCheckpoint checkpoint = CheckpointChoice.find(words, domain, "checkpointname");
        output.field("Name:", LABELS, checkpoint.name());
        output.field("Domain:", LABELS, domain.name());
        Optional<String> parent;
        try {
            parent = CheckpointChoice.parent(checkpoint);
        } catch (CommandFailure e) {
            throw e.and("unexpected problem querying checkpoint state");
        }
        output.field("Parent:", LABELS, parent.orElse("-"));
        int children = checkpoint.children(Flags.none()).size();
        output.field("Children:", LABELS, Integer.toString(children));
        int all = checkpoint.children(Flags.of(DomainCheckpointListFlag.DESCENDANTS)).size();
        output.field("Descendants:", LABELS, Integer.toString(all));
    }

    Command list() {
        return command("checkpoint-list", "List checkpoints for a domain")
                .description("List the checkpoints of a domain.")
                .option(domains.option(DomainListFlag.HAS_CHECKPOINT))
                .flag("parent", "show the parent of each")
                .flag("roots", "only those without parent")
                .flag("leaves", "only those without children")
                .flag("no-leaves", "only those with children")
                .flag("tree", "as a tree")
                .option(
                        Option.string("from", "only the children of this one")
                                .completedBy(checkpoints))
                .flag("descendants", "with --from, all that descend from it")
                .flag("name", "only the names")
                .flag("topological", "children after their parents, not by name")
                .run(this::list);
    }

    private void list(Words words) {
        words.exclusive("tree", "name");
        words.exclusive("parent", "roots");
        words.exclusive("parent", "tree");
        words.exclusive("roots", "tree");
        words.exclusive("roots", "from");
        boolean tree = words.has("tree");
        Flags<DomainCheckpointListFlag> flags = flags(words);
        Domain domain = domains.find(words);
        @Nullable DomainCheckpoint start =
                words.has("from") ? CheckpointChoice.find(words, domain, "from") : null;
        var found =
                new ArrayList<>(
                        start == null ? domain.checkpoints().list(flags) : start.children(flags));
        if (start != null && tree) {
            found.add(start);
        }
        if (!words.has("topological")) {
            found.sort(Comparator.comparing(DomainCheckpoint::name, String.CASE_INSENSITIVE_ORDER));
        }
        if (tree) {
            printTree(found, start);
        } else if (words.has("name")) {
            found.forEach(checkpoint -> output.line(checkpoint.name()));
        } else {
            printTable(found, words.has("parent"));
        }
    }

    private static Flags<DomainCheckpointListFlag> flags(Words words) {
        Flags<DomainCheckpointListFlag> flags = Flags.none();
        for (DomainCheckpointListFlag flag : DomainCheckpointListFlag.values()) {
            String option =
                    switch (flag) {
                        case LEAVES -> "leaves";
                        case NO_LEAVES -> "no-leaves";
                        case TOPOLOGICAL -> "topological";
                        case ROOTS -> "roots";
                        case DESCENDANTS -> "descendants";
                    };
            if (!words.has(option)) {
                continue;
            }
            if (words.has("tree") && option.endsWith("leaves")) {
                throw new CommandFailure("--" + option + " and --tree are mutually exclusive");
            }
            flags = flags.with(flag);
        }
        if (words.has("descendants") && !words.has("from")) {
            throw new CommandFailure("--descendants requires --from");
        }
        return flags;
    }

    private void printTree(List<DomainCheckpoint> found, @Nullable DomainCheckpoint start) {
        var tree = new FamilyTree();
        for (DomainCheckpoint checkpoint : found) {
            boolean isStart = start != null && checkpoint.name().equals(start.name());
            tree.add(
                    checkpoint.name(),
                    isStart ? Optional.empty() : CheckpointChoice.parent(checkpoint));
        }
        output.print(tree.format());
    }

    private void printTable(List<DomainCheckpoint> found, boolean parents) {
        var table =
                parents
                        ? new Table("Name", "Creation Time", "Parent")
                        : new Table("Name", "Creation Time");
        for (DomainCheckpoint checkpoint : found) {
            XmlElement root = XmlQuery.of(checkpoint.xml(Flags.none())).root();
            OptionalLong time = Numbers.toLong(root.child("creationTime").text());
            if (time.isEmpty()) {
                continue;
            }
            String date = CreationTime.text(time.getAsLong());
            if (parents) {
                table.row(checkpoint.name(), date, root.child("parent").child("name").text());
            } else {
                table.row(checkpoint.name(), date);
            }
        }
        output.table(table);
    }
}
