package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.TextEditor;
import dev.jvirt.virsh.shell.Words;

/// The commands that go back to snapshots, change what is noted of them, and remove them.
final class SnapshotChanges {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;
    private final Completer snapshots;

    SnapshotChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
        snapshots = SnapshotChoice.names(hypervisor);
    }

    Command revert() {
        return command("snapshot-revert", "Revert a domain to a snapshot")
                .description("Make a domain what it was when a snapshot was taken.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .option(
                        Option.string("snapshotname", "the name of the snapshot")
                                .completedBy(snapshots))
                .flag("current", "the current one")
                .flag("running", "let it run afterwards")
                .flag("paused", "keep it paused afterwards")
                .flag("force", "even if something may be lost")
                .flag("reset-nvram", "make NVRAM anew from its template")
                .run(this::revert);
    }

    private void revert(Words words) {
        Flags<DomainSnapshotRevertFlag> flags = Flags.none();
        if (words.has("running")) {
            flags = flags.with(DomainSnapshotRevertFlag.RUNNING);
        }
        if (words.has("paused")) {
            flags = flags.with(DomainSnapshotRevertFlag.PAUSED);
        }
        if (words.has("reset-nvram")) {
            flags = flags.with(DomainSnapshotRevertFlag.RESET_NVRAM);
        }
        Domain domain = domains.find(words);
        DomainSnapshot snapshot = SnapshotChoice.exclusive(words, domain, "snapshotname");
        try {
            revert(snapshot, flags, words.has("force"));
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to revert snapshot " + snapshot.name(), e);
        }
        output.extra("Domain snapshot " + snapshot.name() + " reverted\n");
    }

    /// @param force whether to do it even if the driver finds it risky
    private static void revert(
            DomainSnapshot snapshot, Flags<DomainSnapshotRevertFlag> flags, boolean force) {
        try {
            snapshot.revert(flags);
        } catch (LibvirtException e) {
            if (!force || e.code() != ErrorCode.SNAPSHOT_REVERT_RISKY) {
                throw e;
            }
            snapshot.revert(flags.with(DomainSnapshotRevertFlag.FORCE));
        }
    }

    Command delete() {
        return command("snapshot-delete", "Delete a domain snapshot")
                .description("Remove a snapshot; what came after it stays.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .option(
                        Option.string("snapshotname", "the name of the snapshot")
                                .completedBy(snapshots))
                .flag("current", "the current one")
                .flag("children", "and all its children")
                .flag("children-only", "its children, but not itself")
                .flag("metadata", "only what libvirt notes of it, not its contents")
                .run(this::delete);
    }

    private void delete(Words words) {
        Domain domain = domains.find(words);
        DomainSnapshot snapshot = SnapshotChoice.exclusive(words, domain, "snapshotname");
        Flags<DomainSnapshotDeleteFlag> flags = Flags.none();
        if (words.has("children")) {
            flags = flags.with(DomainSnapshotDeleteFlag.CHILDREN);
        }
        if (words.has("children-only")) {
            flags = flags.with(DomainSnapshotDeleteFlag.CHILDREN_ONLY);
        }
        if (words.has("metadata")) {
            flags = flags.with(DomainSnapshotDeleteFlag.METADATA_ONLY);
        }
        String name = snapshot.name();
        Flags<DomainSnapshotDeleteFlag> wanted = flags;
        Attempt.to("Failed to delete snapshot " + name, () -> snapshot.delete(wanted));
        String children = words.has("children-only") ? " children" : "";
        output.extra("Domain snapshot " + name + children + " deleted\n");
    }

    Command edit() {
        return command("snapshot-edit", "edit XML for a snapshot")
                .description("Change what is noted of a snapshot with an editor.")
                .option(domains.option(DomainListFlag.HAS_SNAPSHOT))
                .option(
                        Option.string("snapshotname", "the name of the snapshot")
                                .completedBy(snapshots))
                .flag("current", "and make it the current one")
                .flag("rename", "its name may change")
                .flag("clone", "a new one may come of it")
                .run(this::edit);
    }

    private void edit(Words words) {
        words.exclusive("rename", "clone");
        Domain domain = domains.find(words);
        DomainSnapshot snapshot = SnapshotChoice.find(words, domain, "snapshotname");
        try {
            edit(words, domain, snapshot);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to update " + snapshot.name(), e);
        } catch (CommandFailure e) {
            throw e.and("Failed to update " + snapshot.name());
        }
    }

    private void edit(Words words, Domain domain, DomainSnapshot snapshot) {
        Flags<DomainSnapshotCreateFlag> flags = Flags.of(DomainSnapshotCreateFlag.REDEFINE);
        boolean makeCurrent = words.has("current") && words.has("snapshotname");
        if (makeCurrent) {
            flags = flags.with(DomainSnapshotCreateFlag.CURRENT);
        }
        String name = snapshot.name();
        String xml = snapshot.xml(Flags.of(DomainSnapshotXmlFlag.SECURE));
        if (xml.contains("<state>" + SnapshotLooks.DISK_SNAPSHOT + "</state>")) {
            flags = flags.with(DomainSnapshotCreateFlag.DISK_ONLY);
        }
        String edited = new TextEditor(hypervisor.shell()).edit(xml, ".xml");
        if (edited.equals(xml) && !makeCurrent) {
            output.extra("Snapshot " + name + " XML configuration not changed.\n");
            return;
        }
        DomainSnapshot changed = domain.snapshots().create(edited, flags);
        if (changed.name().equals(name)) {
            output.extra("Snapshot " + name + " edited.\n");
        } else if (words.has("clone")) {
            output.extra("Snapshot " + name + " cloned to " + changed.name() + ".\n");
        } else {
            remove(words.has("rename") ? snapshot : changed);
            if (!words.has("rename")) {
                throw new CommandFailure(
                        "Must use --rename or --clone to change " + name + " to " + changed.name());
            }
        }
    }

    private static void remove(DomainSnapshot snapshot) {
        Attempt.to(
                "Failed to clean up " + snapshot.name(),
                () -> snapshot.delete(Flags.of(DomainSnapshotDeleteFlag.METADATA_ONLY)));
    }
}
