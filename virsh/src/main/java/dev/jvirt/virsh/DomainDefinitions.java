package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// The commands about the documents of domains.
final class DomainDefinitions {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    DomainDefinitions(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command define() {
        return command("define", "define (but don't start) a domain from an XML file")
                .description("Define a domain, or change the definition of one.")
                .option(Option.data("file", "file with the XML of the domain"))
                .flag("validate", "validate the XML against the schema")
                .run(this::define);
    }

    private void define(Words words) {
        String file = words.require("file");
        Flags<DomainDefineFlag> flags =
                words.has("validate") ? Flags.of(DomainDefineFlag.VALIDATE) : Flags.none();
        String xml = FileTexts.read(hypervisor.shell(), file);
        Domain domain;
        try {
            domain = hypervisor.connection().defineDomainXml(xml, flags);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to define domain from " + file, e);
        }
        output.extra("Domain '" + domain.name() + "' defined from " + file + "\n");
    }

    Command dumpXml() {
        return command("dumpxml", "domain information in XML")
                .description("Print the XML of a domain.")
                .option(domains.option())
                .flag("inactive", "as of the next start, not as it runs")
                .flag("security-info", "with passwords and the like")
                .flag("update-cpu", "with the CPU made to fit the host's")
                .flag("migratable", "in a form that suits a migration")
                .option(XmlOutput.xpath())
                .option(XmlOutput.wrap())
                .run(this::dumpXml);
    }

    private void dumpXml(Words words) {
        Flags<DomainXmlFlag> flags = Flags.none();
        if (words.has("inactive")) {
            flags = flags.with(DomainXmlFlag.INACTIVE);
        }
        if (words.has("security-info")) {
            flags = flags.with(DomainXmlFlag.SECURE);
        }
        if (words.has("update-cpu")) {
            flags = flags.with(DomainXmlFlag.UPDATE_CPU);
        }
        if (words.has("migratable")) {
            flags = flags.with(DomainXmlFlag.MIGRATABLE);
        }
        Domain domain = domains.find(words);
        words.checkNotEmpty("xpath");
        XmlOutput.print(output, domain.xml(flags), words);
    }

    Command edit() {
        return command("edit", "edit XML configuration for a domain")
                .description("Change the definition of a domain with an editor.")
                .option(domains.option())
                .flag("skip-validate", "do not validate the XML against the schema")
                .run(this::edit);
    }

    private void edit(Words words) {
        var subject = new EditedDomain(hypervisor, domains.find(words));
        new DocumentEdit(hypervisor.shell(), subject, !words.has("skip-validate")).run();
    }

    private record EditedDomain(Hypervisor hypervisor, Domain domain)
            implements DocumentEdit.Subject {
        @Override
        public String read() {
            return domain.xml(Flags.of(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE));
        }

        @Override
        public String define(String xml, boolean validated) {
            Flags<DomainDefineFlag> flags =
                    validated ? Flags.of(DomainDefineFlag.VALIDATE) : Flags.none();
            return text(hypervisor.connection().defineDomainXml(xml, flags));
        }

        @Override
        public String name() {
            return text(domain);
        }

        private static String text(Domain domain) {
            return "Domain '" + domain.name() + "'";
        }
    }

    Command autostart() {
        return command("autostart", "autostart a domain")
                .description("Let a domain start with the host.")
                .option(domains.option(DomainListFlag.PERSISTENT))
                .flag("disable", "do not let it start any more")
                .run(this::autostart);
    }

    private void autostart(Words words) {
        Domain domain = domains.find(words);
        String name = Domains.given(words);
        boolean enable = !words.has("disable");
        String mark = enable ? "mark" : "unmark";
        try {
            domain.setAutostart(enable);
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "Failed to " + mark + " domain '" + name + "' as autostarted", e);
        }
        output.extra("Domain '" + name + "' " + mark + "ed as autostarted\n");
    }

    Command rename() {
        return command("domrename", "rename a domain")
                .description("Give an inactive domain another name.")
                .option(domains.option("domain name or uuid", DomainListFlag.INACTIVE))
                .option(Option.data("new-name", "its new name"))
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            domain.rename(words.require("new-name"), 0);
                            output.extra("Domain successfully renamed\n");
                        });
    }

    Command undefine() {
        return command("undefine", "undefine a domain")
                .description(
                        "Remove the definition of a domain; a running one is gone when it stops.")
                .option(domains.option(DomainListFlag.PERSISTENT))
                .flag("managed-save", "remove its saved state")
                .string("storage", "remove these volumes: targets or paths, with commas between")
                .flag("remove-all-storage", "remove all its volumes (careful!)")
                .option(Option.alias("delete-snapshots", "delete-storage-volume-snapshots"))
                .flag(
                        "delete-storage-volume-snapshots",
                        "remove the snapshots of the volumes, with --remove-all-storage")
                .flag("wipe-storage", "wipe the volumes before they are removed")
                .flag("snapshots-metadata", "forget its snapshots (it must be inactive)")
                .flag("checkpoints-metadata", "forget its checkpoints (it must be inactive)")
                .flag("nvram", "remove its NVRAM file")
                .flag("keep-nvram", "keep its NVRAM file")
                .flag("tpm", "remove the state of its TPM")
                .flag("keep-tpm", "keep the state of its TPM")
                .run(this::undefine);
    }

    private void undefine(Words words) {
        words.requires("delete-storage-volume-snapshots", "remove-all-storage");
        words.exclusive("nvram", "keep-nvram");
        words.exclusive("tpm", "keep-tpm");
        String volumes = words.textOrEmpty("storage");
        boolean allStorage = words.has("remove-all-storage");
        if (volumes.isEmpty() && !allStorage && words.has("wipe-storage")) {
            throw new CommandFailure(
                    "'--wipe-storage' requires '--storage <string>' or '--remove-all-storage'");
        }
        Domain domain = domains.find(words);
        boolean running = domain.isActive();
        Flags<DomainUndefineFlag> flags = undefineFlags(words);
        if (running) {
            flags = flags.without(DomainUndefineFlag.SNAPSHOTS_METADATA);
        }
        boolean saved = !running && hasManagedSave(domain);
        if (!saved) {
            flags = flags.without(DomainUndefineFlag.MANAGED_SAVE);
        }
        List<DomainVolumes.Found> removed =
                volumes.isEmpty() && !allStorage
                        ? List.of()
                        : new DomainVolumes(hypervisor).find(domain, running, words);
        String name = Domains.given(words);
        try {
            undefine(domain, flags, saved);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to undefine domain '" + name + "'", e);
        }
        output.extra("Domain '" + name + "' has been undefined\n");
        if (!removed.isEmpty()) {
            new DomainVolumes(hypervisor).remove(removed, words);
        }
    }

    /// Undefines a domain even with a driver that knows no flags, if nothing is lost by it.
    private static void undefine(Domain domain, Flags<DomainUndefineFlag> flags, boolean saved) {
        try {
            domain.undefine(flags);
        } catch (LibvirtException e) {
            boolean unknown = e.code() == ErrorCode.NO_SUPPORT || e.code() == ErrorCode.INVALID_ARG;
            if (!unknown || flags.bits() == 0 || flags.has(DomainUndefineFlag.NVRAM)) {
                throw e;
            }
            if (saved) {
                throw new CommandFailure(
                        "Refusing to undefine while domain managed save image exists");
            }
            domain.undefine(Flags.none());
        }
    }

    private static Flags<DomainUndefineFlag> undefineFlags(Words words) {
        Flags<DomainUndefineFlag> flags = Flags.none();
        for (DomainUndefineFlag flag : DomainUndefineFlag.values()) {
            String option =
                    switch (flag) {
                        case MANAGED_SAVE -> "managed-save";
                        case SNAPSHOTS_METADATA -> "snapshots-metadata";
                        case NVRAM -> "nvram";
                        case KEEP_NVRAM -> "keep-nvram";
                        case CHECKPOINTS_METADATA -> "checkpoints-metadata";
                        case TPM -> "tpm";
                        case KEEP_TPM -> "keep-tpm";
                    };
            if (words.has(option)) {
                flags = flags.with(flag);
            }
        }
        return flags;
    }

    private static boolean hasManagedSave(Domain domain) {
        try {
            return domain.hasManagedSave(0);
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return false;
            }
            throw e;
        }
    }
}
