package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.OptionalInt;

/// `cpu-stats`: how long a domain used the CPUs of the host.
final class CpuStatistics {
    private static final int LABELS = 12;
    private static final long NANOSECONDS = 1_000_000_000L;
    private static final List<String> TIMES =
            List.of("cpu_time", "vcpu_time", "user_time", "system_time");

    private final Domains domains;
    private final Output output;

    CpuStatistics(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command statistics() {
        return command("cpu-stats", "show domain cpu statistics")
                .description("Print how long a domain used each CPU of the host, and all of them.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("total", "only the sums")
                .option(Option.number("start", "the first CPU to show"))
                .option(Option.number("count", "how many CPUs to show"))
                .run(this::statistics);
    }

    private void statistics(Words words) {
        Domain domain = domains.find(words);
        OptionalInt start = words.number("start");
        if (start.orElse(0) < 0) {
            throw new CommandFailure("Invalid value for start CPU");
        }
        OptionalInt count = words.number("count");
        if (count.orElse(0) < 0) {
            throw new CommandFailure("Invalid value for number of CPUs to show");
        }
        boolean some = start.isPresent() || count.isPresent();
        try {
            if (some || !words.has("total")) {
                single(domain, start.orElse(0), count);
            }
            if (words.has("total") || !some) {
                total(domain);
            }
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "Failed to retrieve CPU statistics for domain '" + domain.name() + "'", e);
        }
    }

    private void single(Domain domain, int start, OptionalInt wanted) {
        int known = domain.statistics().cpuCount(0);
        if (start >= known) {
            throw new CommandFailure(
                    "Start CPU %d is out of range (min: 0, max: %d)".formatted(start, known - 1));
        }
        int count = wanted.orElse(known - start);
        if (count > known - start) {
            if (count > known) {
                output.line("Only " + known + " CPUs available to show");
            }
            count = known - start;
        }
        List<TypedParameters> cpus = domain.statistics().cpus(new CpuRange(start, count), 0);
        if (cpus.isEmpty()) {
            output.print("No per-CPU stats available");
        }
        for (int i = 0; i < cpus.size(); i++) {
            if (!cpus.get(i).isEmpty()) {
                output.line("CPU" + (start + i) + ":");
                cpus.get(i).parameters().forEach(this::print);
            }
        }
    }

    private void total(Domain domain) {
        TypedParameters total = domain.statistics().totalCpu(0);
        if (total.isEmpty()) {
            output.print("No total stats available");
            return;
        }
        output.line("Total:");
        total.parameters().forEach(this::print);
    }

    private void print(TypedParameter one) {
        String value =
                TIMES.contains(one.name())
                                && one.value() instanceof TypedValue.OfUnsignedLong(long time)
                        ? "%9d.%09d seconds".formatted(time / NANOSECONDS, time % NANOSECONDS)
                        : one.value().text();
        output.line("\t" + Labels.padded(one.name(), LABELS) + " " + value);
    }
}
