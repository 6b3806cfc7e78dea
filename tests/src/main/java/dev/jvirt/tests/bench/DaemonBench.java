package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Both;
import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import dev.jvirt.tests.lab.NativeProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The daemon in large numbers: calls under way, subscribers, domains, idle connections.
///
/// The domains are those of the test driver, which both daemons have, so that only the way to them
/// is compared.
final class DaemonBench implements Experiment {
    private static final String DEFAULT = "test:///default";
    private static final String DOMAIN = "test";
    private static final int SLICES = 40;
    private static final int SLICE_MILLIS = 50;
    private static final int SUBSCRIBED_ROUNDS = 200;
    private static final int DOMAINS = 10_000;
    private static final int LISTED_SLICES = 20;
    private static final int LISTED_MILLIS = 400;
    private static final int FIRST = 50;
    private static final int IDLE = 1000;

    @Override
    public String name() {
        return "daemon";
    }

    @Override
    public String summary() {
        return "calls under way, events to many, long lists, the memory of idle connections";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        table.heading("Large numbers");
        try (var sides = new Sides(wanted)) {
            for (int depth : List.of(1, 5)) {
                pipeline(sides, depth, table);
            }
            for (int subscribers : List.of(1, 100, 1000)) {
                events(sides, subscribers, table);
            }
            lists(sides, table);
        }
        try (var sides = new Sides(wanted)) {
            idle(sides, table);
        }
        table.note(
                "The first lines come from a client that speaks the protocol itself; the list comes"
                        + " from the C client library.");
        table.end();
    }

    private static List<String> sockets(Sides sides) {
        return sides.daemons().stream().map(daemon -> daemon.socket().toString()).toList();
    }

    private static List<String> words(Object... words) {
        var all = new ArrayList<String>();
        for (Object word : words) {
            all.add(word.toString());
        }
        return all;
    }

    private static void pipeline(Sides sides, int depth, Table table) {
        var rate = new Both();
        var p99 = new Both();
        for (int slices : List.of(SLICES, SLICES)) {
            var words = words("pipeline", depth, DOMAIN, slices, SLICE_MILLIS, DEFAULT);
            words.addAll(sockets(sides));
            rate.clear();
            p99.clear();
            Calls.run(
                    NativeProgram.WIRE,
                    words,
                    cells -> {
                        Side side = sides.side((int) cells[0]);
                        rate.of(side).add(cells[1] * 1000.0 / SLICE_MILLIS);
                        p99.of(side).add((double) cells[3]);
                    });
        }
        String what = "lookup, %d under way on one connection".formatted(depth);
        rate.print(table, what + ", rate", Unit.PER_SECOND);
        p99.print(table, what + ", p99", Unit.MICROSECONDS);
    }

    private static void events(Sides sides, int subscribers, Table table) {
        var time = new Both();
        for (int rounds : List.of(SUBSCRIBED_ROUNDS, SUBSCRIBED_ROUNDS)) {
            var words = words("events", subscribers, DOMAIN, rounds, DEFAULT);
            words.addAll(sockets(sides));
            time.clear();
            Calls.run(
                    NativeProgram.WIRE,
                    words,
                    cells -> time.of(sides.side((int) cells[0])).add((double) cells[1]));
        }
        String what = "suspend until %d subscribers have the event".formatted(subscribers);
        time.print(table, what, Unit.MICROSECONDS);
    }

    private static void lists(Sides sides, Table table) {
        var time = new Both();
        String uri = "test://" + manyDomains(sides.folder());
        for (int slices : List.of(LISTED_SLICES / 2, LISTED_SLICES)) {
            var words = words("rate", "list", 1, 1, slices, LISTED_MILLIS);
            words.addAll(sides.uris(uri));
            time.clear();
            Calls.run(words, cells -> time.of(sides.side((int) cells[0])).add((double) cells[2]));
        }
        time.print(table, "list of %d domains".formatted(DOMAINS), Unit.MILLISECONDS);
    }

    /// A file for the test driver.
    private static Path manyDomains(Path folder) {
        var node = new StringBuilder("<node>\n");
        for (int i = 0; i < DOMAINS; i++) {
            String name = "domain-%05d".formatted(i);
            node.append(
                    "<domain type='test'><name>%s</name><uuid>%s</uuid><memory>8192</memory><os><type>hvm</type></os></domain>\n"
                            .formatted(name, GuestXml.uuid(name)));
        }
        try {
            return Files.writeString(folder.resolve("many.xml"), node.append("</node>\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void idle(Sides sides, Table table) {
        var memory = new Both();
        for (int i = 0; i < sides.daemons().size(); i++) {
            Daemon daemon = sides.daemons().get(i);
            String uri = daemon.uri(DEFAULT);
            // What the first ones need once is not the price of a connection.
            Calls.background(words("idle", FIRST, uri)).close();
            double before = memoryInUse(daemon);
            try (var _ = Calls.background(words("idle", IDLE, uri))) {
                memory.of(sides.side(i)).add((memoryInUse(daemon) - before) / IDLE);
            }
        }
        memory.print(table, "memory of an idle connection", Unit.KIBIBYTES);
    }

    /// The resident memory once garbage is collected; where there is no garbage, at once.
    private static double memoryInUse(Daemon daemon) {
        daemon.collectGarbage();
        return daemon.process().residentKib();
    }
}
