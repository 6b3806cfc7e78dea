package dev.jvirt.virsh.snapshot;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainBackupFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.XmlOutput;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands about backups of disks.
final class BackupWork {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    BackupWork(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command begin() {
        return command("backup-begin", "Start a disk backup of a live domain")
                .description(
                        "Begin a backup of the disks of a running domain, all of them or what changed.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .string("backupxml", "file with the XML of the backup")
                .string("checkpointxml", "file with the XML of a checkpoint that is made with it")
                .flag("reuse-external", "write into files that exist already")
                .run(this::begin);
    }

    private void begin(Words words) {
        Flags<DomainBackupFlag> flags =
                words.has("reuse-external")
                        ? Flags.of(DomainBackupFlag.REUSE_EXTERNAL)
                        : Flags.none();
        Domain domain = domains.find(words);
        String xml = words.text("backupxml").map(this::read).orElse("<domainbackup/>");
        Optional<String> checkpoint = words.text("checkpointxml").map(this::read);
        domain.checkpoints().beginBackup(xml, checkpoint, flags);
        output.line("Backup started");
    }

    private String read(String file) {
        return FileTexts.read(hypervisor.shell(), file);
    }

    Command dumpXml() {
        return command("backup-dumpxml", "Dump XML for an ongoing domain block backup job")
                .description("Print the XML of the backup that is under way.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(
                        words -> {
                            words.checkNotEmpty("xpath");
                            Domain domain = domains.find(words);
                            XmlOutput.print(output, domain.checkpoints().backupXml(0), words);
                        });
    }
}
