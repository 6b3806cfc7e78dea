package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;
import java.util.OptionalInt;

/// The commands about how many vcpus a domain has and which of them it uses.
final class VcpuCounts {
    private final Domains domains;
    private final Output output;

    VcpuCounts(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command count() {
        return command("vcpucount", "domain vcpu counts")
                .description("Print how many vcpus a domain has and can have.")
                .option(domains.option())
                .flag("maximum", "how many there can be")
                .flag("active", "how many there are")
                .flag("live", "now, as it runs")
                .flag("config", "from the next start on")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("guest", "how many the guest uses")
                .run(this::count);
    }

    private void count(Words words) {
        words.exclusive("live", "config");
        words.exclusive("current", "live");
        words.exclusive("current", "config");
        words.exclusive("active", "maximum");
        words.exclusive("guest", "config");
        Flags<DomainVcpuFlag> flags = flags(words);
        Domain domain = domains.find(words);
        boolean all = flags.bits() == 0 && !words.has("active") && !words.has("current");
        if (!all) {
            output.line(Integer.toString(count(domain, flags)));
            return;
        }
        line("maximum", "config", domain, Flags.of(DomainVcpuFlag.CONFIG, DomainVcpuFlag.MAXIMUM));
        line("maximum", "live", domain, Flags.of(DomainVcpuFlag.LIVE, DomainVcpuFlag.MAXIMUM));
        line("current", "config", domain, Flags.of(DomainVcpuFlag.CONFIG));
        line("current", "live", domain, Flags.of(DomainVcpuFlag.LIVE));
    }

    private static int count(Domain domain, Flags<DomainVcpuFlag> flags) {
        try {
            return domain.vcpus().count(flags);
        } catch (LibvirtException e) {
            boolean unknown = e.code() == ErrorCode.NO_SUPPORT || e.code() == ErrorCode.INVALID_ARG;
            throw flags.has(DomainVcpuFlag.GUEST) && unknown
                    ? new CommandFailure("Failed to retrieve vCPU count from the guest", e)
                    : e;
        }
    }

    private static Flags<DomainVcpuFlag> flags(Words words) {
        Flags<DomainVcpuFlag> flags = Flags.none();
        if (words.has("live")) {
            flags = flags.with(DomainVcpuFlag.LIVE);
        }
        if (words.has("config")) {
            flags = flags.with(DomainVcpuFlag.CONFIG);
        }
        if (words.has("maximum")) {
            flags = flags.with(DomainVcpuFlag.MAXIMUM);
        }
        if (words.has("guest")) {
            flags = flags.with(DomainVcpuFlag.GUEST);
        }
        return flags;
    }

    private void line(String what, String when, Domain domain, Flags<DomainVcpuFlag> flags) {
        OptionalInt count = ifThere(domain, flags);
        if (count.isPresent()) {
            output.line("%-12s %-12s %3d".formatted(what, when, count.getAsInt()));
        }
    }

    /// How many vcpus a domain has; empty if it does not run and that was the question, or is not
    /// defined and that was.
    static OptionalInt ifThere(Domain domain, Flags<DomainVcpuFlag> flags) {
        boolean absent =
                flags.has(DomainVcpuFlag.LIVE) && !domain.isActive()
                        || flags.has(DomainVcpuFlag.CONFIG) && !domain.isPersistent();
        return absent ? OptionalInt.empty() : OptionalInt.of(domain.vcpus().count(flags));
    }

    Command setCount() {
        return command("setvcpus", "change number of virtual CPUs")
                .description("Change how many vcpus the guest has.")
                .option(domains.option())
                .option(Option.number("count", "how many").mandatory())
                .flag("maximum", "the greatest number that is possible, from the next start on")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .flag("guest", "as the guest uses them")
                .flag("hotpluggable", "in such a way that they can be unplugged")
                .run(this::setCount);
    }

    private void setCount(Words words) {
        words.exclusive("current", "live");
        words.exclusive("current", "config");
        words.exclusive("guest", "config");
        words.requires("maximum", "config");
        Flags<DomainVcpuFlag> flags = flags(words);
        if (words.has("hotpluggable")) {
            flags = flags.with(DomainVcpuFlag.HOTPLUGGABLE);
        }
        Domain domain = domains.find(words);
        int count = (int) words.unsignedNumber("count").orElse(0);
        if (count == 0) {
            throw new CommandFailure("Can't set 0 processors for a VM");
        }
        if (flags.bits() == 0 && !words.has("current")) {
            domain.vcpus().setCount(count);
        } else {
            domain.vcpus().setCount(count, flags);
        }
    }

    Command setOne() {
        return command("setvcpu", "attach/detach vcpu or groups of threads")
                .description("Plug single vcpus in, or unplug them.")
                .option(domains.option())
                .option(Option.data("vcpulist", "the vcpus to plug in or out"))
                .flag("enable", "plug them in")
                .flag("disable", "unplug them")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::setOne);
    }

    private void setOne(Words words) {
        words.exclusive("enable", "disable");
        Flags<DomainAffectFlag> flags = Affected.by(words);
        if (!words.has("enable") && !words.has("disable")) {
            throw new CommandFailure("one of --enable, --disable is required");
        }
        String vcpus = words.require("vcpulist");
        Domain domain = domains.find(words);
        domain.vcpus().setOnline(vcpus, words.has("enable"), flags);
    }

    Command ofGuest() {
        return command("guestvcpus", "query or modify state of vcpu in the guest (via agent)")
                .description(
                        "Print which vcpus the guest uses, as its agent tells, or let it use others.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .string("cpulist", "the vcpus to switch on or off")
                .flag("enable", "switch on")
                .flag("disable", "switch off")
                .run(this::ofGuest);
    }

    private void ofGuest(Words words) {
        words.exclusive("enable", "disable");
        words.requires("enable", "cpulist");
        words.requires("disable", "cpulist");
        Optional<String> list = words.text("cpulist");
        if (list.isPresent() && !words.has("enable") && !words.has("disable")) {
            throw new CommandFailure(
                    "One of options --enable or --disable is required by option --cpulist");
        }
        Domain domain = domains.find(words);
        if (list.isPresent()) {
            domain.guest().setVcpus(list.get(), words.has("enable") ? 1 : 0, 0);
            return;
        }
        TypedParameters vcpus = domain.guest().vcpus(0);
        Labels.print(output, vcpus);
    }
}
