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
    private static final String URI = "qemu:///system";
    private static final int CALLS = 500;
    private static final long SHORT = 100_000_000;
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
            sides.daemons().forEach(daemon -> series(daemon.uri(URI))); // warm up
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
        Programs.run("virsh", "-c", daemon.uri(URI), "start", name).orFail();
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
            medians[side] = times.median();
            p50[side] = times.p50();
            p99[side] = times.p99();
        }
        String ratio = medians[0] > 0 && medians[1] > 0 ? ratio(medians[1] / medians[0]) : "";
        table.row("%d stuck callers, p50".formatted(callers), p50[0], p50[1], ratio);
        table.row("%d stuck callers, p99".formatted(callers), p99[0], p99[1], "");
    }

    private static String ratio(double ratio) {
        return ratio > 0.01
                ? "**%s**".formatted(Table.digits(ratio))
                : "**1 / %.0f**".formatted(1 / ratio);
    }

    /// Durations in nanoseconds, sorted.
    ///
    /// @param unanswered how long the call that got no answer has waited; 0 if all got one
    private record Times(List<Long> sorted, long unanswered) {
        String p50() {
            return format(sorted.get(sorted.size() / 2));
        }

        String p99() {
            return format(sorted.get(sorted.size() * 99 / 100));
        }

        double median() {
            return sorted.get(sorted.size() / 2);
        }

        private String format(long nanos) {
            String text =
                    nanos < SHORT
                            ? Unit.MILLISECONDS.format((double) nanos)
                            : Unit.SECONDS.format((double) nanos);
            return nanos == unanswered ? "> " + text : text;
        }
    }

    private static Times times(Daemon daemon, int callers) {
        String uri = daemon.uri(URI);
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
        if (times.size() == CALLS) {
            return new Times(times.stream().sorted().toList(), 0);
        }
        times.add(unanswered);
        return new Times(times.stream().sorted().toList(), unanswered);
    }
}
