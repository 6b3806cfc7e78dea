package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.virsh.domain.DescriptorCommands;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;

/// The commands that start and stop domains.
final class DomainLifeCycle {
    private static final String MODES = "one or more of acpi|agent|initctl|signal|paravirt";

    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    DomainLifeCycle(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command create() {
        return command("create", "create a domain from an XML file")
                .description("Start a domain that is gone when it stops.")
                .option(Option.data("file", "file with the XML of the domain"))
                .flag("console", "connect to its console")
                .flag("paused", "do not let the guest run yet")
                .flag("autodestroy", "destroy the guest when virsh disconnects")
                .string("pass-fds", "file descriptors N,M,... that the guest gets")
                .flag("validate", "validate the XML against the schema")
                .flag("reset-nvram", "make NVRAM anew from its template")
                .run(this::create);
    }

    private void create(Words words) {
        String file = words.require("file");
        String xml = FileTexts.read(hypervisor.shell(), file);
        List<OpenFile> files = DescriptorCommands.given(words);
        Domain domain;
        try {
            Flags<DomainCreateFlag> flags = createFlags(words);
            domain =
                    files.isEmpty()
                            ? hypervisor.connection().createDomainXml(xml, flags)
                            : hypervisor.connection().createDomainXmlWithFiles(xml, files, flags);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to create domain from " + file, e);
        }
        output.extra("Domain '" + domain.name() + "' created from " + file + "\n");
        if (words.has("console")) {
            try {
                new DomainConsole(hypervisor).attach(domain, Optional.empty(), Flags.none());
            } catch (CommandFailure e) {
                // The domain is there, which is what was asked for.
                hypervisor.shell().report(e);
            }
        }
    }

    Command start() {
        return command("start", "start a (previously defined) inactive domain")
                .description("Start a domain from its saved state, or boot it if there is none.")
                .option(domains.option("name of the inactive domain", DomainListFlag.SHUTOFF))
                .flag("console", "connect to its console")
                .flag("paused", "do not let the guest run yet")
                .flag("autodestroy", "destroy the guest when virsh disconnects")
                .flag("bypass-cache", "do not use the file system's cache for the saved state")
                .flag("force-boot", "boot, and drop a saved state")
                .string("pass-fds", "file descriptors N,M,... that the guest gets")
                .flag("reset-nvram", "make NVRAM anew from its template")
                .run(this::start);
    }

    private void start(Words words) {
        Domain domain = domains.find(words, Domains.By.UUID, Domains.By.NAME);
        if (domain.id().isPresent()) {
            throw new CommandFailure("Domain is already active");
        }
        List<OpenFile> files = DescriptorCommands.given(words);
        Flags<DomainCreateFlag> flags = createFlags(words);
        try {
            if (flags.has(DomainCreateFlag.START_FORCE_BOOT)) {
                forceBoot(domain, files, flags);
            } else {
                boot(domain, files, flags);
            }
        } catch (LibvirtException e) {
            throw flags.has(DomainCreateFlag.START_FORCE_BOOT)
                    ? e
                    : new CommandFailure("Failed to start domain '" + domain.name() + "'", e);
        }
        output.extra("Domain '" + domain.name() + "' started\n");
        if (words.has("console")) {
            new DomainConsole(hypervisor).attach(domain, Optional.empty(), Flags.none());
        }
    }

    /// Boots a domain even with a driver that does not know how to drop a saved state, as long as
    /// there is none.
    private static void forceBoot(
            Domain domain, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        try {
            boot(domain, files, flags);
        } catch (LibvirtException e) {
            boolean unknown = e.code() == ErrorCode.NO_SUPPORT || e.code() == ErrorCode.INVALID_ARG;
            if (!unknown || hasManagedSave(domain)) {
                throw e;
            }
            try {
                boot(domain, files, flags.without(DomainCreateFlag.START_FORCE_BOOT));
            } catch (LibvirtException again) {
                throw new CommandFailure("Failed to start domain '" + domain.name() + "'", again);
            }
        }
    }

    private static void boot(Domain domain, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        if (files.isEmpty()) {
            domain.create(flags);
        } else {
            domain.createWithFiles(files, flags);
        }
    }

    private static boolean hasManagedSave(Domain domain) {
        try {
            return domain.hasManagedSave(0);
        } catch (LibvirtException e) {
            return false;
        }
    }

    private static Flags<DomainCreateFlag> createFlags(Words words) {
        Flags<DomainCreateFlag> flags = Flags.none();
        if (words.has("paused")) {
            flags = flags.with(DomainCreateFlag.START_PAUSED);
        }
        if (words.has("autodestroy")) {
            flags = flags.with(DomainCreateFlag.START_AUTODESTROY);
        }
        if (words.has("bypass-cache")) {
            flags = flags.with(DomainCreateFlag.START_BYPASS_CACHE);
        }
        if (words.has("force-boot")) {
            flags = flags.with(DomainCreateFlag.START_FORCE_BOOT);
        }
        if (words.has("validate")) {
            flags = flags.with(DomainCreateFlag.START_VALIDATE);
        }
        if (words.has("reset-nvram")) {
            flags = flags.with(DomainCreateFlag.START_RESET_NVRAM);
        }
        return flags;
    }

    Command destroy() {
        return command("destroy", "destroy (stop) a domain")
                .description(
                        "Stop a domain at once, as if its power were cut; its definition stays.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("graceful", "do not kill what does not end when asked")
                .flag("remove-logs", "remove the logs of the domain")
                .run(this::destroy);
    }

    private void destroy(Words words) {
        Domain domain = domains.find(words);
        Flags<DomainDestroyFlag> flags = Flags.none();
        if (words.has("graceful")) {
            flags = flags.with(DomainDestroyFlag.GRACEFUL);
        }
        if (words.has("remove-logs")) {
            flags = flags.with(DomainDestroyFlag.REMOVE_LOGS);
        }
        String name = Domains.given(words);
        try {
            domain.destroy(flags);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to destroy domain '" + name + "'", e);
        }
        output.extra("Domain '" + name + "' destroyed\n");
    }

    Command shutdown() {
        return command("shutdown", "gracefully shutdown a domain")
                .description("Ask the guest to shut down.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(modeOption("shutdown"))
                .run(this::shutdown);
    }

    private void shutdown(Words words) {
        Flags<DomainShutdownFlag> flags = Flags.none();
        for (String mode : modes(words)) {
            flags = flags.with(shutdownFlag(mode));
        }
        Domain domain = domains.find(words);
        String name = Domains.given(words);
        try {
            domain.shutdown(flags);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to shutdown domain '" + name + "'", e);
        }
        output.extra("Domain '" + name + "' is being shutdown\n");
    }

    private static DomainShutdownFlag shutdownFlag(String mode) {
        return switch (mode) {
            case "acpi" -> DomainShutdownFlag.ACPI_POWER_BTN;
            case "agent" -> DomainShutdownFlag.GUEST_AGENT;
            case "initctl" -> DomainShutdownFlag.INITCTL;
            case "signal" -> DomainShutdownFlag.SIGNAL;
            case "paravirt" -> DomainShutdownFlag.PARAVIRT;
            default -> throw unknownMode(mode, "'signal', ");
        };
    }

    Command reboot() {
        return command("reboot", "reboot a domain")
                .description("Ask the guest to reboot.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(modeOption("reboot"))
                .run(this::reboot);
    }

    private void reboot(Words words) {
        Flags<DomainRebootFlag> flags = Flags.none();
        for (String mode : modes(words)) {
            flags = flags.with(rebootFlag(mode));
        }
        Domain domain = domains.find(words);
        String name = Domains.given(words);
        try {
            domain.reboot(flags);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to reboot domain '" + name + "'", e);
        }
        output.extra("Domain '" + name + "' is being rebooted\n");
    }

    private static DomainRebootFlag rebootFlag(String mode) {
        return switch (mode) {
            case "acpi" -> DomainRebootFlag.ACPI_POWER_BTN;
            case "agent" -> DomainRebootFlag.GUEST_AGENT;
            case "initctl" -> DomainRebootFlag.INITCTL;
            case "signal" -> DomainRebootFlag.SIGNAL;
            case "paravirt" -> DomainRebootFlag.PARAVIRT;
            default -> throw unknownMode(mode, "'signal' ");
        };
    }

    private static CommandFailure unknownMode(String mode, String lastButOne) {
        return new CommandFailure(
                "Unknown mode "
                        + mode
                        + " value, expecting 'acpi', 'agent', 'initctl', "
                        + lastButOne
                        + "or 'paravirt'");
    }

    private static Option modeOption(String what) {
        return Option.string("mode", what + " mode: " + MODES).completedBy(new Modes());
    }

    private static List<String> modes(Words words) {
        Optional<String> modes = words.text("mode");
        return modes.isEmpty() ? List.of() : parts(modes.get());
    }

    private static List<String> parts(String text) {
        return List.of(text.split(",", -1));
    }

    Command reset() {
        return command("reset", "reset a domain")
                .description("Reset the guest as a reset button does")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            change(words, "reset", "was reset", () -> domain.reset(0));
                        });
    }

    Command suspend() {
        return command("suspend", "suspend a domain")
                .description("Stop the CPUs of a running domain; its memory stays.")
                .option(domains.option(DomainListFlag.RUNNING))
                .run(words -> change(words, "suspend", "suspended", domains.find(words)::suspend));
    }

    Command resume() {
        return command("resume", "resume a domain")
                .description("Let a suspended domain go on.")
                .option(domains.option(DomainListFlag.PAUSED))
                .run(words -> change(words, "resume", "resumed", domains.find(words)::resume));
    }

    private void change(Words words, String verb, String done, Runnable action) {
        String name = Domains.given(words);
        try {
            action.run();
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to " + verb + " domain '" + name + "'", e);
        }
        output.extra("Domain '" + name + "' " + done + "\n");
    }

    private record Modes() implements Completer {
        @Override
        public List<String> candidates(Words words) {
            return List.of("acpi", "agent", "initctl", "signal", "paravirt");
        }
    }
}
