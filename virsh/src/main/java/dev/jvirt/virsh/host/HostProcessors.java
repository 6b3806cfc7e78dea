package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Host;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.HostCpus;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The commands about the processors of the host.
final class HostProcessors {
    private static final int LABELS = 15;
    private static final int FIGURES = 20;

    /// What they did, by libvirt's names and by ours.
    private static final List<String[]> KINDS =
            List.of(
                    new String[] {"user", "user:"},
                    new String[] {"kernel", "system:"},
                    new String[] {"idle", "idle:"},
                    new String[] {"iowait", "iowait:"},
                    new String[] {"intr", "intr:"});

    private final Hypervisor hypervisor;
    private final Output output;

    HostProcessors(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command map() {
        return command("nodecpumap", "node cpu map")
                .description("Print how many processors the host has, and which are in use.")
                .flag("pretty", "print it for people")
                .run(this::map);
    }

    private void map(Words words) {
        HostCpus cpus =
                Attempt.get("Unable to get cpu map", () -> hypervisor.connection().host().cpus(0));
        output.field("CPUs present:", LABELS, Integer.toString(cpus.present()));
        output.field("CPUs online:", LABELS, Integer.toString(cpus.online().count()));
        output.field(
                "CPU map:", LABELS, words.has("pretty") ? cpus.online().toString() : marks(cpus));
    }

    private static String marks(HostCpus cpus) {
        var marks = new StringBuilder();
        for (int i = 0; i < cpus.present(); i++) {
            marks.append(cpus.online().has(i) ? 'y' : '-');
        }
        return marks.toString();
    }

    Command statistics() {
        return command("nodecpustats", "how long the host's processors did what")
                .description("Print how long the processors of the host did what, in ns.")
                .option(
                        Option.number("cpu", "only this processor")
                                .completedBy(HostChoices.processors(hypervisor)))
                .flag("percent", "watch them for a second, and print their shares")
                .run(this::statistics);
    }

    private void statistics(Words words) {
        int cpu = words.number("cpu").orElse(Host.ALL);
        List<HostStatistic> first = ask(cpu);
        if (!words.has("percent")) {
            for (String[] kind : KINDS) {
                value(first, kind[0]).ifPresent(time -> print(kind[1], time));
            }
            return;
        }
        OptionalLong used = value(first, "utilization");
        if (used.isPresent()) {
            percent("usage:", (double) used.getAsLong());
            percent("idle:", (double) (100 - used.getAsLong()));
        } else if (!first.isEmpty()) {
            pause();
            shares(first, ask(cpu));
        }
    }

    private List<HostStatistic> ask(int cpu) {
        try {
            return hypervisor.connection().host().cpuStats(cpu, 0);
        } catch (LibvirtException e) {
            // C asks how many there are before it asks for them.
            String what = e.code() == ErrorCode.NO_SUPPORT ? "number of" : "node";
            throw new CommandFailure("Unable to get " + what + " cpu stats", e);
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.silent();
        }
    }

    private void shares(List<HostStatistic> before, List<HostStatistic> after) {
        long total = 0;
        long idle = 0;
        for (String[] kind : KINDS) {
            long time = difference(before, after, kind[0]).orElse(0L);
            total += time;
            idle += kind[0].equals("idle") ? time : 0;
        }
        // Nothing of nothing is no number, and C prints it so.
        double all = total;
        percent("usage:", 100 - 100 * idle / all);
        for (String[] kind : KINDS) {
            Optional<Long> time = difference(before, after, kind[0]);
            time.ifPresent(nanoseconds -> percent(kind[1], 100 * nanoseconds / all));
        }
    }

    private static Optional<Long> difference(
            List<HostStatistic> before, List<HostStatistic> after, String name) {
        OptionalLong then = value(before, name);
        OptionalLong now = value(after, name);
        return then.isPresent() && now.isPresent()
                ? Optional.of(now.getAsLong() - then.getAsLong())
                : Optional.empty();
    }

    private static OptionalLong value(List<HostStatistic> statistics, String name) {
        for (HostStatistic statistic : statistics) {
            if (statistic.name().equals(name)) {
                return OptionalLong.of(statistic.value());
            }
        }
        return OptionalLong.empty();
    }

    private void print(String label, long time) {
        output.field(label, LABELS, HostMemory.right(Long.toUnsignedString(time), FIGURES));
    }

    private static String text(double share) {
        return Double.isNaN(share) ? " -nan%" : String.format(Locale.ROOT, "%5.1f%%", share);
    }

    private void percent(String label, double share) {
        output.field(label, LABELS, text(share));
    }
}
