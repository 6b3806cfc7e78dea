package dev.jvirt.virsh.snapshot;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// Finds the snapshot that a command is about.
final class SnapshotChoice {
    private SnapshotChoice() {}

    /// The snapshot that an option names, or the current one; only one of both may be given.
    static DomainSnapshot exclusive(Words words, Domain domain, String option) {
        if (words.text(option).isPresent() && words.has("current")) {
            throw new CommandFailure("--" + option + " and --current are mutually exclusive");
        }
        return find(words, domain, option);
    }

    /// The snapshot that an option names, or else the current one.
    static DomainSnapshot find(Words words, Domain domain, String option) {
        Optional<String> name = words.text(option);
        if (name.isPresent()) {
            return domain.snapshots().lookupByName(name.get(), 0);
        }
        if (words.has("current")) {
            return domain.snapshots().current(0);
        }
        throw new CommandFailure("--" + option + " or --current is required");
    }

    /// The name of a snapshot's parent, if it has one.
    static Optional<String> parent(DomainSnapshot snapshot) {
        try {
            return Optional.of(snapshot.parent(0).name());
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_DOMAIN_SNAPSHOT) {
                return Optional.empty();
            }
            throw new CommandFailure("unable to determine if snapshot has parent", e);
        }
    }

    /// Completes the names of the snapshots of the domain that was typed before.
    static Completer names(Hypervisor hypervisor) {
        return words ->
                new Domains(hypervisor)
                        .find(words).snapshots().list(Flags.none()).stream()
                                .map(DomainSnapshot::name)
                                .toList();
    }
}
