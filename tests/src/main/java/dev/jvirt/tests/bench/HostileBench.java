package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Both;
import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Attack;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a healthy client notices of hostile ones.
final class HostileBench implements Experiment {
    private static final int LIBRARY_VERSION = 157;
    private static final int CALLS = 3000;
    private static final int VISITS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public String summary() {
        return "calls and connections of a healthy client beside hostile ones";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        table.heading("Hostile clients: what a healthy one notices");
        for (Attack attack : Attack.values()) {
            try (var sides = new Sides(wanted)) {
                measure(sides, attack, table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        table.note(
                "%d calls that read a number and %d visits (connect, open, one call, leave), or as many as fit into %d s. The attackers share the two cores with the daemon."
                        .formatted(CALLS, VISITS, LIMIT.toSeconds()));
        table.end();
    }

    private static void measure(Sides sides, Attack attack, Table table) throws IOException {
        String[][] cells = {{"", "", ""}, {"", "", ""}};
        var memory = new Both();
        for (int i = 0; i < sides.daemons().size(); i++) {
            Daemon daemon = sides.daemons().get(i);
            Path socket = daemon.socket();
            calls(socket); // warm up
            try (var healthy = open(socket);
                    var _ = attack.start(socket)) {
                int side = sides.side(i) == Side.JVIRT ? 1 : 0;
                List<Long> calls = calls(healthy);
                cells[side][0] = percentile(calls, 50);
                cells[side][1] = percentile(calls, 99);
                cells[side][2] = percentile(visits(socket), 99);
                memory.of(sides.side(i)).add(daemon.process().residentKib());
            }
        }
        table.row(attack + ": call, p50", cells[0][0], cells[1][0], "");
        table.row(attack + ": call, p99", cells[0][1], cells[1][1], "");
        table.row(attack + ": visit, p99", cells[0][2], cells[1][2], "");
        memory.print(table, attack + ": memory", Unit.MEBIBYTES);
    }

    private static RawClient open(Path socket) throws IOException {
        return RawClient.connect(socket).open("test:///default");
    }

    private static void calls(Path socket) throws IOException {
        try (var client = open(socket)) {
            calls(client);
        }
    }

    private static List<Long> calls(RawClient client) throws IOException {
        var times = new ArrayList<Long>();
        long end = System.nanoTime() + LIMIT.toNanos();
        for (int i = 0; i < CALLS && System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            client.call(LIBRARY_VERSION);
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private static List<Long> visits(Path socket) throws IOException {
        var times = new ArrayList<Long>();
        long end = System.nanoTime() + LIMIT.toNanos();
        for (int i = 0; i < VISITS && System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            try (var client = open(socket)) {
                client.call(LIBRARY_VERSION);
            }
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private static String percentile(List<Long> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return Unit.MILLISECONDS.format(
                (double) sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }
}
