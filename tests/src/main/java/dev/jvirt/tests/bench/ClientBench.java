package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Daemon;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The client libraries beside each other: the same calls to the same daemon.
final class ClientBench implements Experiment {
    private static final int WARM_UP_TURNS = 40;
    private static final int TURNS = 40;
    private static final int TURN_MILLIS = 50;

    /// What every client calls.
    ///
    /// @param word that all of the programs know it by
    private record Load(String what, String word, int threads) {}

    private static final List<Load> LOADS =
            List.of(
                    new Load("lookup, 1 thread", "lookup:test", 1),
                    new Load("lookup, 8 threads", "lookup:test", 8),
                    new Load("XML, 1 thread", "xml:test", 1),
                    new Load("XML, 8 threads", "xml:test", 8));

    @Override
    public String name() {
        return "client";
    }

    @Override
    public String summary() {
        return "calls a second of our client library, C's, libvirt-java and libvirt-python";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        var libraries = EnumSet.noneOf(Library.class);
        for (Library library : Library.values()) {
            if (library.isHere()) {
                libraries.add(library);
            } else {
                System.err.println("bench: without " + library.title());
            }
        }
        table.head("Client libraries", "C", "jvirt", "libvirt-java", "libvirt-python");
        try (var sides = new Sides(wanted)) {
            for (Load load : LOADS) {
                for (int i = 0; i < sides.daemons().size(); i++) {
                    String daemon = sides.side(i) == Side.C ? "C daemon" : "our daemon";
                    row(load, daemon, turns(sides.daemons().get(i), load, libraries), table);
                }
            }
        }
        table.note("Calls a second, and how many ours makes for each of theirs.");
        table.end();
    }

    /// A library at work.
    private record Seat(Library library, Player player, Series rates) implements AutoCloseable {
        static Seat take(Library library, Load load, String uri) {
            var command = new ArrayList<>(library.command());
            command.addAll(List.of(load.word(), String.valueOf(load.threads()), uri));
            return new Seat(library, Player.start(command), new Series());
        }

        @Override
        public void close() {
            player.close();
        }
    }

    private static List<Seat> turns(Daemon daemon, Load load, Set<Library> libraries) {
        var seats = new ArrayList<Seat>();
        try {
            for (Library library : libraries) {
                seats.add(Seat.take(library, load, daemon.uri("test:///default")));
            }
            for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
                for (Seat seat : seats) {
                    double rate = seat.player().turn(TURN_MILLIS);
                    if (turn >= 0) {
                        seat.rates().add(rate);
                    }
                }
            }
        } finally {
            seats.forEach(Seat::close);
        }
        return seats;
    }

    private static void row(Load load, String daemon, List<Seat> seats, Table table) {
        var cells = new ArrayList<String>();
        cells.add(load.what() + ", " + daemon);
        Series ours = rates(seats, Library.JVIRT);
        for (Library library : Library.values()) {
            Series rates = rates(seats, library);
            cells.add(rates.isEmpty() ? "" : cell(rates, library == Library.JVIRT, ours));
        }
        table.cells(cells);
    }

    private static Series rates(List<Seat> seats, Library library) {
        return seats.stream()
                .filter(seat -> seat.library() == library)
                .map(Seat::rates)
                .findFirst()
                .orElseGet(Series::new);
    }

    private static String cell(Series rates, boolean isOurs, Series ours) {
        String rate = Unit.PER_SECOND.format(Quartiles.of(rates.values()).median());
        return isOurs || ours.isEmpty()
                ? rate
                : rate + ", " + Table.ratio(Quartiles.of(ours.ratiosTo(rates)));
    }
}
