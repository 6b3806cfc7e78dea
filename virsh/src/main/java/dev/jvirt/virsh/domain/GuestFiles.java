package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.domain.DomainFilesystem;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The commands about the file systems that a guest has mounted.
final class GuestFiles {
    private final Domains domains;
    private final Output output;
    private final Completer mountpoints;

    GuestFiles(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
        mountpoints =
                words ->
                        domains.find(words).guest().filesystems(0).stream()
                                .map(DomainFilesystem::mountpoint)
                                .toList();
    }

    Command list() {
        return command("domfsinfo", "Get information of domain's mounted filesystems.")
                .description("List the file systems that the guest has mounted.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(this::list);
    }

    private void list(Words words) {
        Domain domain = domains.find(words);
        List<DomainFilesystem> found =
                Attempt.get(
                        "Unable to get filesystem information",
                        () -> domain.guest().filesystems(0));
        if (found.isEmpty()) {
            output.extra("No filesystems are mounted in the domain");
            return;
        }
        var table = new Table("Mountpoint", "Name", "Type", "Target");
        for (DomainFilesystem one : found) {
            table.row(one.mountpoint(), one.name(), one.type(), String.join(",", one.devices()));
        }
        output.table(table);
    }

    Command freeze() {
        return command("domfsfreeze", "Freeze domain's mounted filesystems.")
                .description(
                        "Let the guest write nothing to its file systems until they are thawed.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.arguments("mountpoint", "where the file system is mounted")
                                .completedBy(mountpoints))
                .run(this::freeze);
    }

    private void freeze(Words words) {
        Domain domain = domains.find(words);
        int count =
                Attempt.get(
                        "Unable to freeze filesystems",
                        () -> domain.guest().freeze(words.arguments(), 0));
        output.extra("Froze " + count + " filesystem(s)\n");
    }

    Command thaw() {
        return command("domfsthaw", "Thaw domain's mounted filesystems.")
                .description("Let the guest write to its file systems again.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.arguments("mountpoint", "where the file system is mounted")
                                .completedBy(mountpoints))
                .run(this::thaw);
    }

    private void thaw(Words words) {
        Domain domain = domains.find(words);
        int count =
                Attempt.get(
                        "Unable to thaw filesystems",
                        () -> domain.guest().thaw(words.arguments(), 0));
        output.extra("Thawed " + count + " filesystem(s)\n");
    }

    Command trim() {
        return command("domfstrim", "Invoke fstrim on domain's mounted filesystems.")
                .description("Let the guest tell its disks what they need not keep.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.number(
                                "minimum",
                                "leave free ranges that are shorter than this many bytes"))
                .string("mountpoint", "where the file system is mounted")
                .run(this::trim);
    }

    private void trim(Words words) {
        Domain domain = domains.find(words);
        OptionalLong minimum = words.unsignedLongIfGiven("minimum");
        Optional<String> mountpoint = words.text("mountpoint");
        Attempt.to(
                "Unable to invoke fstrim",
                () -> domain.guest().trim(mountpoint, minimum.orElse(0), 0));
    }
}
