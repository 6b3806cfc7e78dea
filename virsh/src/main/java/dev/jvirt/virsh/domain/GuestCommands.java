package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainGuest;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainGuestInfoType;
import dev.jvirt.api.domain.DomainHostnameFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSetTimeFlag;
import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/// The commands about what a guest knows of itself, and its sleep.
final class GuestCommands {
    private static final int LABELS = 20;

    private final Domains domains;
    private final Output output;

    GuestCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command info() {
        return command("guestinfo", "query information about the guest (via agent)")
                .description(
                        "Print what the guest's agent tells about users, system, disks and network.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("user", "who is logged in")
                .flag("os", "the operating system")
                .flag("timezone", "the time zone")
                .flag("hostname", "the name of the host")
                .flag("filesystem", "the file systems")
                .flag("disk", "the disks")
                .flag("interface", "the network interfaces")
                .run(this::info);
    }

    private void info(Words words) {
        Flags<DomainGuestInfoType> types = Flags.none();
        for (DomainGuestInfoType type : DomainGuestInfoType.values()) {
            String option =
                    switch (type) {
                        case USERS -> "user";
                        case DISKS -> "disk";
                        case INTERFACES -> "interface";
                        default -> type.name().toLowerCase(Locale.ROOT);
                    };
            if (words.has(option)) {
                types = types.with(type);
            }
        }
        Domain domain = domains.find(words);
        Labels.print(output, domain.guest().info(types, 0), LABELS);
    }

    Command hostname() {
        return command("domhostname", "print the domain's hostname")
                .description("Print the name that the guest has in its network.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.string("source", "who knows it: lease or agent")
                                .completedBy(new Choices("lease", "agent")))
                .run(this::hostname);
    }

    private void hostname(Words words) {
        Domain domain = domains.find(words);
        Flags<DomainHostnameFlag> flags =
                switch (words.text("source").orElse("")) {
                    case "" -> Flags.none();
                    case "lease" -> Flags.of(DomainHostnameFlag.LEASE);
                    case "agent" -> Flags.of(DomainHostnameFlag.AGENT);
                    default ->
                            throw new CommandFailure(
                                    "Unknown data source '" + words.textOrEmpty("source") + "'");
                };
        output.line(Attempt.get("failed to get hostname", () -> domain.guest().hostname(flags)));
    }

    Command time() {
        return command("domtime", "domain time")
                .description("Print the time that the guest's clock shows, or set it.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("now", "set it to the time here")
                .flag("pretty", "print date and time")
                .flag("sync", "set it to the time of its clock chip")
                .option(Option.number("time", "set it to this number of seconds since 1970"))
                .run(this::time);
    }

    private void time(Words words) {
        words.exclusive("time", "now");
        words.exclusive("time", "sync");
        words.exclusive("now", "sync");
        Domain domain = domains.find(words);
        OptionalLong wanted = words.longNumber("time");
        boolean sync = words.has("sync");
        if (wanted.isPresent() || sync || words.has("now")) {
            long seconds = words.has("now") ? Instant.now().getEpochSecond() : wanted.orElse(0);
            domain.guest()
                    .setTime(
                            new DomainTime(seconds, 0),
                            sync ? Flags.of(DomainSetTimeFlag.SYNC) : Flags.none());
            return;
        }
        long seconds = domain.guest().time(0).seconds();
        String text =
                words.has("pretty")
                        ? DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                                .withZone(ZoneOffset.UTC)
                                .format(Instant.ofEpochSecond(seconds))
                        : Long.toString(seconds);
        output.print("Time: " + text);
    }

    Command suspend() {
        return command(
                        "dompmsuspend",
                        "suspend a domain gracefully using power management functions")
                .description("Let the guest go to sleep by its own power management.")
                .option(domains.option(DomainListFlag.RUNNING))
                .option(
                        Option.data("target", "mem, disk or hybrid")
                                .completedBy(new Choices("mem", "disk", "hybrid")))
                .option(Option.number("duration", "seconds until it wakes up").named())
                .run(this::suspend);
    }

    private void suspend(Words words) {
        Domain domain = domains.find(words);
        String target = words.require("target");
        OptionalLong duration = words.unsignedLongIfGiven("duration");
        NodeSuspendTarget sleep =
                switch (target) {
                    case "mem" -> NodeSuspendTarget.MEM;
                    case "disk" -> NodeSuspendTarget.DISK;
                    case "hybrid" -> NodeSuspendTarget.HYBRID;
                    default -> throw new CommandFailure("Invalid target");
                };
        String name = "Domain '" + domain.name() + "'";
        Attempt.to(
                name + " could not be suspended",
                () -> domain.guest().suspend(sleep, duration.orElse(0), 0));
        output.extra(name + " successfully suspended");
    }

    Command wakeUp() {
        return command("dompmwakeup", "wakeup a domain from pmsuspended state")
                .description("Wake a guest that went to sleep.")
                .option(domains.option(DomainListFlag.OTHER))
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            String name = "Domain '" + domain.name() + "'";
                            Attempt.to(
                                    name + " could not be woken up",
                                    () -> domain.guest().wakeup(0));
                            output.extra(name + " successfully woken up");
                        });
    }

    Command agentTimeout() {
        return command("guest-agent-timeout", "Set the guest agent timeout")
                .description("Change how long calls wait for the guest's agent.")
                .option(domains.option())
                .option(
                        Option.number(
                                        "timeout",
                                        "seconds, or -2 for ever, -1 for the default, 0 for not at all")
                                .named())
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            int seconds = words.number("timeout").orElse(DomainGuest.TIMEOUT_BLOCK);
                            domain.guest().setAgentResponseTimeout(seconds, 0);
                        });
    }
}
