package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a frozen guest costs those who ask about another one.
final class StarvationBench implements Experiment {
    private static final String HEALTHY = "healthy";
    private static final String FROZEN = "frozen";
    private static final int CALLS = 500;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<Integer> STUCK = List.of(0, 40, 400);

    @Override
    public String name() {
        return "starvation";
    }

    @Override
    public String summary() {
        return "the XML of a healthy guest while callers are stuck on one that is frozen";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        table.heading("One frozen guest: the XML of another one");
        try (var sides = new Sides(wanted)) {
            for (Daemon daemon : sides.daemons()) {
                start(daemon, HEALTHY);
                start(daemon, FROZEN);
                signal("STOP", daemon);
            }
            for (int callers : STUCK) {
                measure(sides, callers, table);
            }
            sides.daemons().forEach(daemon -> signal("CONT", daemon));
        }
        table.note(
                "%d calls, or as many as fit into %d s; a call that is not answered by then counts with the time it has waited."
                        .formatted(CALLS, LIMIT.toSeconds()));
        table.end();
    }

    private static void start(Daemon daemon, String name) {
        RpcBench.define(daemon, GuestXml.idle(name));
        Programs.run("virsh", "-c", daemon.uri("qemu:///system"), "start", name).orFail();
    }

    private static void signal(String signal, Daemon daemon) {
        Programs.run("kill", "-" + signal, String.valueOf(daemon.guest(FROZEN).pid())).orFail();
    }

    private static void measure(Sides sides, int callers, Table table) {
        String[] p50 = {"", ""};
        String[] p99 = {"", ""};
        var medians = new double[2];
        for (int i = 0; i < sides.daemons().size(); i++) {
            var times = times(sides.daemons().get(i), callers);
            int side = sides.side(i) == Sides.Side.JVIRT ? 1 : 0;
            medians[side] = times.p50();
            p50[side] = times.format(times.p50());
            p99[side] = times.format(times.p99());
        }
        boolean both = medians[0] > 0 && medians[1] > 0;
        table.row(
                "%d stuck callers, p50".formatted(callers),
                p50[0],
                p50[1],
                both ? "**1 / %.0f**".formatted(medians[0] / medians[1]) : "");
        table.row("%d stuck callers, p99".formatted(callers), p99[0], p99[1], "");
    }

    /// Durations in nanoseconds, sorted.
    private record Times(List<Long> sorted) {
        double p50() {
            return sorted.get(sorted.size() / 2);
        }

        double p99() {
            return sorted.get(sorted.size() * 99 / 100);
        }

        String format(double nanos) {
            return nanos < 1e8 ? Unit.MILLISECONDS.format(nanos) : Unit.SECONDS.format(nanos);
        }
    }

    private static Times times(Daemon daemon, int callers) {
        String uri = daemon.uri("qemu:///system");
        if (callers == 0) {
            return series(uri);
        }
        try (var _ = Calls.background(List.of("stuck", FROZEN, String.valueOf(callers), uri))) {
            return series(uri);
        }
    }

    private static Times series(String uri) {
        var times = new ArrayList<Long>();
        var words = List.of("series", "xml:" + HEALTHY, String.valueOf(CALLS), uri);
        long unanswered = Calls.runAtMost(LIMIT, words, cells -> times.add(cells[0]));
        if (times.size() < CALLS) {
            times.add(unanswered);
        }
        return new Times(times.stream().sorted().toList());
    }
}
