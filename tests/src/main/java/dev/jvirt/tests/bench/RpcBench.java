package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Both;
import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.Programs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Round trips of the C client library.
final class RpcBench implements Experiment {
    private static final String DOMAIN = "bench";
    private static final int ROUNDS = 2;
    private static final int SLICES = 20;
    private static final int SLICE_MILLIS = 50;
    private static final int WARM_UP_SLICES = 20;
    private static final int IDLE = 1000;

    /// @param call the word that `calls` knows it by
    private record Load(String what, String call, int clients, int threads) {}

    private static final List<Load> LOADS =
            List.of(
                    new Load("library version", "version", 1, 1),
                    new Load("domain lookup", "lookup:" + DOMAIN, 1, 1),
                    new Load("domain XML", "xml:" + DOMAIN, 1, 1),
                    new Load("lookup, 8 threads of one connection", "lookup:" + DOMAIN, 1, 8),
                    new Load("lookup, 8 connections", "lookup:" + DOMAIN, 8, 1),
                    new Load("lookup, 64 connections", "lookup:" + DOMAIN, 64, 1),
                    new Load("open and close", "open", 1, 1));

    @Override
    public String name() {
        return "rpc";
    }

    @Override
    public String summary() {
        return "round trips of the C client library: duration, rate, many clients, idle clients";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        try (var sides = new Sides(wanted)) {
            for (Daemon daemon : sides.daemons()) {
                define(daemon, GuestXml.idle(DOMAIN));
            }
            table.heading("Round trips (C client library)");
            for (Load load : LOADS) {
                measure(sides, load, load.what(), table);
            }
            try (var _ = idle(sides)) {
                measure(
                        sides,
                        LOADS.get(1),
                        "lookup beside %d idle connections".formatted(IDLE),
                        table);
            }
            table.end();
        }
    }

    static void define(Daemon daemon, String xml) {
        Programs.run(
                        List.of(
                                "virsh",
                                "-c",
                                daemon.uri("qemu:///system"),
                                "define",
                                "/dev/stdin"),
                        xml)
                .orFail();
    }

    private static Crowd idle(Sides sides) {
        return new Crowd(
                sides.uris("qemu:///system").stream()
                        .map(uri -> Calls.background(List.of("idle", String.valueOf(IDLE), uri)))
                        .toList());
    }

    private record Crowd(List<Calls> members) implements AutoCloseable {
        @Override
        public void close() {
            members.forEach(Calls::close);
        }
    }

    private static void measure(Sides sides, Load load, String what, Table table) {
        run(sides, load, WARM_UP_SLICES, new Results());
        var results = new Results();
        for (int round = 0; round < ROUNDS; round++) {
            results.cpuOfEachCall(sides, () -> run(sides, load, SLICES, results));
        }
        results.p50.print(table, what + ", p50", Unit.MICROSECONDS);
        results.p99.print(table, what + ", p99", Unit.MICROSECONDS);
        results.rate.print(table, what + ", rate", Unit.PER_SECOND);
        results.cpu.print(table, what + ", CPU time of the daemon", Unit.MICROSECONDS);
    }

    private static final class Results {
        private final Both rate = new Both();
        private final Both p50 = new Both();
        private final Both p99 = new Both();
        private final Both cpu = new Both();
        private final Map<Side, Long> calls = new EnumMap<>(Side.class);

        void add(Side side, long[] cells) {
            rate.of(side).add(cells[1] * 1000.0 / SLICE_MILLIS);
            p50.of(side).add((double) cells[2]);
            p99.of(side).add((double) cells[3]);
            calls.merge(side, cells[1], Long::sum);
        }

        /// Neither daemon does anything while the other has its turn.
        void cpuOfEachCall(Sides sides, Runnable load) {
            calls.clear();
            var before = sides.cpuNanos();
            load.run();
            sides.cpuNanos()
                    .forEach(
                            (side, after) ->
                                    cpu.of(side)
                                            .add(
                                                    (after - before.getOrDefault(side, 0.0))
                                                            / calls.getOrDefault(side, 1L)));
        }
    }

    private static void run(Sides sides, Load load, int slices, Results results) {
        var words = new ArrayList<>(List.of("rate", load.call()));
        for (int number : List.of(load.clients(), load.threads(), slices, SLICE_MILLIS)) {
            words.add(String.valueOf(number));
        }
        words.addAll(sides.uris("qemu:///system"));
        Calls.run(words, cells -> results.add(sides.side((int) cells[0]), cells));
    }
}
