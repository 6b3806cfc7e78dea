package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
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

/// `snapshot-list`: which snapshots a domain has.
final class SnapshotListing {
    private final Domains domains;
    private final Output output;
    private final Completer snapshots;

    SnapshotListing(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
        snapshots = SnapshotChoice.names(hypervisor);
    }

    Command list() {
        return command("snapshot-list", "List snapshots for a domain")
                .description("List the snapshots of a domain.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .flag("parent", "show the parent of each")
                .flag("roots", "only those without parent")
                .flag("leaves", "only those without children")
                .flag("no-leaves", "only those with children")
                .flag("metadata", "only those that libvirt notes")
                .flag("no-metadata", "only those that libvirt does not note")
                .flag("inactive", "only those taken while it did not run")
                .flag("active", "only those taken while it ran, with memory")
                .flag("disk-only", "only those of disks")
                .flag("internal", "only those within the disks")
                .flag("external", "only those in files of their own")
                .flag("tree", "as a tree")
                .option(
                        Option.string("from", "only the children of this one")
                                .completedBy(snapshots))
                .flag("current", "only the children of the current one")
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
        words.exclusive("roots", "current");
        boolean tree = words.has("tree");
        Flags<DomainSnapshotListFlag> flags = flags(words);
        Domain domain = domains.find(words);
        boolean below = words.has("from") || words.has("current");
        @Nullable DomainSnapshot start =
                below ? SnapshotChoice.exclusive(words, domain, "from") : null;
        var found =
                new ArrayList<>(
                        start == null ? domain.snapshots().list(flags) : start.children(flags));
        if (start != null && tree) {
            found.add(start);
        }
        if (!words.has("topological")) {
            found.sort(Comparator.comparing(DomainSnapshot::name, String.CASE_INSENSITIVE_ORDER));
        }
        if (tree) {
            printTree(found, start);
        } else if (words.has("name")) {
            found.forEach(snapshot -> output.line(snapshot.name()));
        } else {
            printTable(found, words.has("parent"));
        }
    }

    private static Flags<DomainSnapshotListFlag> flags(Words words) {
        Flags<DomainSnapshotListFlag> flags = Flags.none();
        for (DomainSnapshotListFlag flag : DomainSnapshotListFlag.values()) {
            String option =
                    switch (flag) {
                        case LEAVES -> "leaves";
                        case NO_LEAVES -> "no-leaves";
                        case INACTIVE -> "inactive";
                        case ACTIVE -> "active";
                        case DISK_ONLY -> "disk-only";
                        case INTERNAL -> "internal";
                        case EXTERNAL -> "external";
                        case TOPOLOGICAL -> "topological";
                        case ROOTS -> "roots";
                        case METADATA -> "metadata";
                        case NO_METADATA -> "no-metadata";
                        case DESCENDANTS -> "descendants";
                    };
            if (!words.has(option)) {
                continue;
            }
            if (words.has("tree") && isFilter(flag)) {
                throw new CommandFailure("--" + option + " and --tree are mutually exclusive");
            }
            flags = flags.with(flag);
        }
        if (words.has("descendants") && !words.has("from") && !words.has("current")) {
            throw new CommandFailure("--descendants requires either --from or --current");
        }
        return flags;
    }

    /// Whether a tree with it would have gaps.
    private static boolean isFilter(DomainSnapshotListFlag flag) {
        return switch (flag) {
            case LEAVES, NO_LEAVES, INACTIVE, ACTIVE, DISK_ONLY, INTERNAL, EXTERNAL -> true;
            case TOPOLOGICAL, ROOTS, METADATA, NO_METADATA, DESCENDANTS -> false;
        };
    }

    private void printTree(List<DomainSnapshot> found, @Nullable DomainSnapshot start) {
        var tree = new FamilyTree();
        for (DomainSnapshot snapshot : found) {
            boolean isStart = start != null && snapshot.name().equals(start.name());
            tree.add(snapshot.name(), isStart ? Optional.empty() : SnapshotChoice.parent(snapshot));
        }
        output.print(tree.format());
    }

    private void printTable(List<DomainSnapshot> found, boolean parents) {
        var table =
                parents
                        ? new Table("Name", "Creation Time", "State", "Parent")
                        : new Table("Name", "Creation Time", "State");
        for (DomainSnapshot snapshot : found) {
            XmlElement root = XmlQuery.of(snapshot.xml(Flags.none())).root();
            String state = root.child("state").text();
            OptionalLong time = Numbers.toLong(root.child("creationTime").text());
            if (state.isEmpty() || time.isEmpty()) {
                continue;
            }
            String date = CreationTime.text(time.getAsLong());
            if (parents) {
                String parent = root.child("parent").child("name").text();
                table.row(snapshot.name(), date, state, parent);
            } else {
                table.row(snapshot.name(), date, state);
            }
        }
        output.table(table);
    }
}
