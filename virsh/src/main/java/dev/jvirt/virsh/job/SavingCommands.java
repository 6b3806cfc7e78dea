package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.domain.Choices;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// The commands that write a domain to a file and read it back.
final class SavingCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    SavingCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command save() {
        return command("save", "save a domain state to a file")
                .description(
                        "Write a running domain to a file and stop it; restore lets it go on from there.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.data("file", "the file to write"))
                .flag("bypass-cache", "do not use the file system's cache")
                .string("xml", "file with another XML for the domain")
                .flag("running", "let it run when it is restored")
                .flag("paused", "keep it paused when it is restored")
                .flag("verbose", "show how far it is")
                .run(this::save);
    }

    private void save(Words words) {
        Domain domain = domains.find(words);
        String file = words.require("file");
        Flags<DomainSaveRestoreFlag> flags = flags(words);
        Optional<String> xml = words.text("xml").map(this::read);
        watched(
                words,
                domain,
                "Save",
                () ->
                        Attempt.to(
                                "Failed to save domain '" + domain.name() + "' to " + file,
                                () -> {
                                    if (flags.bits() == 0 && xml.isEmpty()) {
                                        domain.saving().save(path(file));
                                    } else {
                                        domain.saving().save(path(file), xml, flags);
                                    }
                                }));
        output.extra("\nDomain '" + domain.name() + "' saved to " + file + "\n");
    }

    private void watched(Words words, Domain domain, String label, Runnable call) {
        new WatchedJob(hypervisor, domain, label, words.has("verbose")).run(call);
    }

    /// A path as the user meant it, who may have changed the directory.
    private String path(String file) {
        return hypervisor.shell().resolve(file).toString();
    }

    private String read(String file) {
        return FileTexts.read(hypervisor.shell(), file);
    }

    private static Flags<DomainSaveRestoreFlag> flags(Words words) {
        Flags<DomainSaveRestoreFlag> flags = Flags.none();
        if (words.has("bypass-cache")) {
            flags = flags.with(DomainSaveRestoreFlag.BYPASS_CACHE);
        }
        if (words.has("running")) {
            flags = flags.with(DomainSaveRestoreFlag.RUNNING);
        }
        if (words.has("paused")) {
            flags = flags.with(DomainSaveRestoreFlag.PAUSED);
        }
        if (words.has("reset-nvram")) {
            flags = flags.with(DomainSaveRestoreFlag.RESET_NVRAM);
        }
        return flags;
    }

    Command managedSave() {
        return command("managedsave", "managed save of a domain state")
                .description(
                        "Write a running domain where libvirt finds it when the domain is started again, and stop it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("bypass-cache", "do not use the file system's cache")
                .flag("running", "let it run at the next start")
                .flag("paused", "keep it paused at the next start")
                .flag("verbose", "show how far it is")
                .run(this::managedSave);
    }

    private void managedSave(Words words) {
        Domain domain = domains.find(words);
        Flags<DomainSaveRestoreFlag> flags = flags(words);
        watched(
                words,
                domain,
                "Managedsave",
                () ->
                        Attempt.to(
                                "Failed to save domain '" + domain.name() + "' state",
                                () -> domain.saving().managedSave(flags)));
        output.extra("\nDomain '" + domain.name() + "' state saved by libvirt\n");
    }

    Command removeManagedSave() {
        return command("managedsave-remove", "Remove managed save of a domain")
                .description(
                        "Drop the saved state of a domain, so that it boots when it is started.")
                .option(domains.option(DomainListFlag.MANAGEDSAVE))
                .run(this::removeManagedSave);
    }

    private void removeManagedSave(Words words) {
        Domain domain = domains.find(words);
        String name = domain.name();
        boolean saved =
                Attempt.get(
                        "Failed to check for domain managed save image",
                        () -> domain.hasManagedSave(0));
        if (!saved) {
            output.extra("Domain '" + name + "' has no manage save image; removal skipped");
            return;
        }
        Attempt.to(
                "Failed to remove managed save image for domain '" + name + "'",
                () -> domain.saving().removeManagedSave(0));
        output.extra("Removed managedsave image for domain '" + name + "'");
    }

    Command restore() {
        return command("restore", "restore a domain from a saved state in a file")
                .description("Let a domain go on that was written to a file.")
                .option(Option.data("file", "the file with the state"))
                .flag("bypass-cache", "do not use the file system's cache")
                .string("xml", "file with another XML for the domain")
                .flag("running", "let it run")
                .flag("paused", "keep it paused")
                .flag("reset-nvram", "make NVRAM anew from its template")
                .run(this::restore);
    }

    private void restore(Words words) {
        String file = words.require("file");
        Flags<DomainSaveRestoreFlag> flags = flags(words);
        Optional<String> xml = words.text("xml").map(this::read);
        try {
            if (flags.bits() == 0 && xml.isEmpty()) {
                hypervisor.connection().savedDomains().restore(path(file));
            } else {
                hypervisor.connection().savedDomains().restore(path(file), xml, flags);
            }
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to restore domain from " + file, e);
        }
        output.extra("Domain restored from " + file + "\n");
    }

    Command dump() {
        return command("dump", "dump the core of a domain to a file for analysis")
                .description("Write the memory of a domain to a file for a debugger.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.data("file", "the file to write"))
                .flag("live", "while the guest goes on")
                .flag("crash", "and stop the domain")
                .flag("bypass-cache", "do not use the file system's cache")
                .flag("reset", "and reset the guest")
                .flag("verbose", "show how far it is")
                .flag("memory-only", "only memory and registers")
                .option(
                        Option.string("format", "the format of --memory-only")
                                .completedBy(
                                        new Choices(
                                                "elf",
                                                "kdump-zlib",
                                                "kdump-lzo",
                                                "kdump-snappy",
                                                "win-dmp")))
                .run(this::dump);
    }

    private void dump(Words words) {
        Domain domain = domains.find(words);
        String file = words.require("file");
        watched(words, domain, "Dump", () -> dump(words, domain, file));
        output.extra("\nDomain '" + domain.name() + "' dumped to " + file + "\n");
    }

    private void dump(Words words, Domain domain, String file) {
        Flags<DomainCoreDumpFlag> flags = dumpFlags(words);
        Optional<String> name = words.text("format");
        if (name.isPresent() && !flags.has(DomainCoreDumpFlag.MEMORY_ONLY)) {
            throw new CommandFailure("--format only works with --memory-only");
        }
        CoreDumpFormat format = format(name.orElse("elf"));
        Attempt.to(
                "Failed to core dump domain '" + domain.name() + "' to " + file,
                () -> {
                    if (flags.has(DomainCoreDumpFlag.MEMORY_ONLY)) {
                        domain.saving().coreDump(path(file), format, flags);
                    } else {
                        domain.saving().coreDump(path(file), flags);
                    }
                });
    }

    private static CoreDumpFormat format(String name) {
        return switch (name) {
            case "elf" -> CoreDumpFormat.RAW;
            case "kdump-zlib" -> CoreDumpFormat.KDUMP_ZLIB;
            case "kdump-lzo" -> CoreDumpFormat.KDUMP_LZO;
            case "kdump-snappy" -> CoreDumpFormat.KDUMP_SNAPPY;
            case "win-dmp" -> CoreDumpFormat.WIN_DMP;
            default ->
                    throw new CommandFailure(
                            "format '"
                                    + name
                                    + "' is not supported, expecting 'kdump-zlib', 'kdump-lzo',"
                                    + " 'kdump-snappy', 'win-dmp' or 'elf'");
        };
    }

    private static Flags<DomainCoreDumpFlag> dumpFlags(Words words) {
        Flags<DomainCoreDumpFlag> flags = Flags.none();
        for (DomainCoreDumpFlag flag : DomainCoreDumpFlag.values()) {
            String option =
                    switch (flag) {
                        case CRASH -> "crash";
                        case LIVE -> "live";
                        case BYPASS_CACHE -> "bypass-cache";
                        case RESET -> "reset";
                        case MEMORY_ONLY -> "memory-only";
                    };
            if (words.has(option)) {
                flags = flags.with(flag);
            }
        }
        return flags;
    }
}
