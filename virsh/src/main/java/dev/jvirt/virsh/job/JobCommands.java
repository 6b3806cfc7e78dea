package dev.jvirt.virsh.job;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.AbortJobFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.JobAmount;
import dev.jvirt.api.domain.JobInfo;
import dev.jvirt.api.domain.JobStats;
import dev.jvirt.api.domain.JobStatsFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;

/// The commands about the job that a domain is busy with.
final class JobCommands {
    private final Domains domains;
    private final Output output;

    JobCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command abort() {
        return command("domjobabort", "abort active domain job")
                .description("Abort what a domain is busy with.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("postcopy", "even a migration that is past its switch")
                .run(
                        words -> {
                            Flags<AbortJobFlag> flags =
                                    words.has("postcopy")
                                            ? Flags.of(AbortJobFlag.POSTCOPY)
                                            : Flags.none();
                            domains.find(words).statistics().abortJob(flags);
                        });
    }

    Command info() {
        return command("domjobinfo", "domain job information")
                .description("Print what a domain is busy with, how far it is and how fast.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("completed", "the last job that ended")
                .flag("keep-completed", "and keep what is known of it")
                .flag("anystats", "whatever is known, also of jobs that failed")
                .flag("rawstats", "names and values as the driver tells them")
                .run(this::info);
    }

    private void info(Words words) {
        words.requires("keep-completed", "completed");
        Flags<JobStatsFlag> flags = Flags.none();
        if (words.has("completed")) {
            flags = flags.with(JobStatsFlag.COMPLETED);
        }
        if (words.has("keep-completed")) {
            flags = flags.with(JobStatsFlag.KEEP_COMPLETED);
        }
        Domain domain = domains.find(words);
        boolean raw = words.has("rawstats");
        JobStats stats = statistics(domain, flags, raw);
        if (raw) {
            output.print("Job type: " + stats.type().code() + "\n\n");
            for (TypedParameter figure : stats.figures().parameters()) {
                output.line(figure.name() + ": " + figure.value().text());
            }
        } else {
            new JobReport(output, stats).print(words.has("completed"), words.has("anystats"));
        }
    }

    /// Asks the older function if the driver lacks the newer one.
    private static JobStats statistics(Domain domain, Flags<JobStatsFlag> flags, boolean raw) {
        try {
            return domain.statistics().job(flags);
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            if (flags.bits() != 0 || raw) {
                throw new CommandFailure(
                        "Optional flags or --rawstats are not supported by the daemon", e);
            }
        }
        JobInfo info = domain.statistics().job();
        var figures = TypedParameters.builder();
        put(figures, "time_elapsed", info.timeElapsed());
        put(figures, "time_remaining", info.timeRemaining());
        put(figures, "data", info.data());
        put(figures, "memory", info.memory());
        put(figures, "disk", info.file());
        return new JobStats(info.type(), figures.build());
    }

    private static void put(TypedParameters.Builder figures, String what, JobAmount amount) {
        put(figures, what + "_total", amount.total());
        put(figures, what + "_processed", amount.processed());
        put(figures, what + "_remaining", amount.remaining());
    }

    private static void put(TypedParameters.Builder figures, String name, long value) {
        figures.put(name, TypedValue.ofUnsignedLong(value));
    }
}
