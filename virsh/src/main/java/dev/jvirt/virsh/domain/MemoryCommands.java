package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainMemoryFlag;
import dev.jvirt.api.domain.MemoryStat;
import dev.jvirt.api.domain.MemoryStatTag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.OptionalInt;

/// The commands about how much memory a domain has and how it uses it.
final class MemoryCommands {
    private static final int KIBIBYTE = 1024;

    private final Domains domains;
    private final Output output;

    MemoryCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command set() {
        return command("setmem", "change memory allocation")
                .description("Change how much memory the guest has.")
                .option(domains.option())
                .option(Option.alias("kilobytes", "size"))
                .option(Option.number("size", "the size, in KiB or with a suffix").mandatory())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::set);
    }

    private void set(Words words) {
        Flags<DomainMemoryFlag> flags = new Flags<>(Affected.by(words).bits());
        Domain domain = domains.find(words);
        long kibibytes = size(words);
        if (Affected.isGiven(words)) {
            domain.tuning().setMemory(kibibytes, flags);
        } else {
            domain.tuning().setMemory(kibibytes);
        }
    }

    Command setMaximum() {
        return command("setmaxmem", "change maximum memory limit")
                .description("Change how much memory the guest can have at most.")
                .option(domains.option())
                .option(Option.alias("kilobytes", "size"))
                .option(Option.number("size", "the size, in KiB or with a suffix").mandatory())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::setMaximum);
    }

    private void setMaximum(Words words) {
        Flags<DomainMemoryFlag> flags = new Flags<>(Affected.by(words).bits());
        Domain domain = domains.find(words);
        long kibibytes = size(words);
        Attempt.to(
                "Unable to change MaxMemorySize",
                () -> {
                    if (Affected.isGiven(words)) {
                        domain.tuning().setMemory(kibibytes, flags.with(DomainMemoryFlag.MAXIMUM));
                    } else {
                        domain.tuning().setMaxMemory(kibibytes);
                    }
                });
    }

    private static long size(Words words) {
        long bytes = words.scaledNumber("size", KIBIBYTE).orElse(0);
        return bytes / KIBIBYTE + (bytes % KIBIBYTE == 0 ? 0 : 1);
    }

    Command statistics() {
        return command("dommemstat", "get memory statistics for a domain")
                .description("Print how a running guest uses its memory.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.number("period", "seconds between two looks into the guest").named())
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::statistics);
    }

    private void statistics(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        OptionalInt period = words.number("period");
        if (period.isPresent()) {
            int seconds = period.getAsInt();
            if (seconds < 0) {
                throw new CommandFailure("Invalid collection period value '" + seconds + "'");
            }
            Attempt.to(
                    "Unable to change balloon collection period.",
                    () -> domain.tuning().setMemoryStatsPeriod(seconds, flags));
            return;
        }
        List<MemoryStat> statistics =
                Attempt.get(
                        "Failed to get memory statistics for domain " + domain.name(),
                        () -> domain.statistics().memory(0));
        for (MemoryStat one : statistics) {
            one.kind()
                    .ifPresent(
                            kind ->
                                    output.line(
                                            name(kind) + " " + Long.toUnsignedString(one.value())));
        }
    }

    private static String name(MemoryStatTag kind) {
        return switch (kind) {
            case SWAP_IN -> "swap_in";
            case SWAP_OUT -> "swap_out";
            case MAJOR_FAULT -> "major_fault";
            case MINOR_FAULT -> "minor_fault";
            case UNUSED -> "unused";
            case AVAILABLE -> "available";
            case ACTUAL_BALLOON -> "actual";
            case RSS -> "rss";
            case USABLE -> "usable";
            case LAST_UPDATE -> "last_update";
            case DISK_CACHES -> "disk_caches";
            case HUGETLB_PGALLOC -> "hugetlb_pgalloc";
            case HUGETLB_PGFAIL -> "hugetlb_pgfail";
        };
    }
}
