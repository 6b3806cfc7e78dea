package dev.jvirt.virsh.snapshot;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainCheckpoint;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// Finds the checkpoint that a command is about.
final class CheckpointChoice {
    private CheckpointChoice() {}

    /// The checkpoint that an option names.
    static DomainCheckpoint find(Words words, Domain domain, String option) {
        String name =
                words.text(option)
                        .orElseThrow(() -> new CommandFailure("--" + option + " is required"));
        return domain.checkpoints().lookupByName(name, 0);
    }

    /// The name of a checkpoint's parent, if it has one.
    static Optional<String> parent(DomainCheckpoint checkpoint) {
        try {
            return Optional.of(checkpoint.parent(0).name());
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_DOMAIN_CHECKPOINT) {
                return Optional.empty();
            }
            throw new CommandFailure("unable to determine if checkpoint has parent", e);
        }
    }

    /// Completes the names of the checkpoints of the domain that was typed before.
    static Completer names(Hypervisor hypervisor) {
        return words ->
                new Domains(hypervisor)
                        .find(words).checkpoints().list(Flags.none()).stream()
                                .map(DomainCheckpoint::name)
                                .toList();
    }
}
