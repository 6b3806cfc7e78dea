package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Both;
import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.GuestXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Start and destroy of a small guest under TCG.
final class GuestsBench implements Experiment {
    private static final String DOMAIN = "bench";
    private static final int ROUNDS = 20;

    @Override
    public String name() {
        return "guests";
    }

    @Override
    public String summary() {
        return "start and destroy of a small guest through each daemon, and of a bare QEMU";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        var start = new Both();
        var destroy = new Both();
        try (var sides = new Sides(wanted)) {
            for (Daemon daemon : sides.daemons()) {
                RpcBench.define(daemon, GuestXml.idle(DOMAIN));
            }
            cycle(sides, 2, new Both(), new Both());
            cycle(sides, ROUNDS, start, destroy);
        }
        table.heading("A small guest under TCG");
        start.print(table, "start", Unit.MILLISECONDS);
        destroy.print(table, "destroy", Unit.MILLISECONDS);
        bareQemu(table);
        table.end();
    }

    private static void cycle(Sides sides, int rounds, Both start, Both destroy) {
        var words = new ArrayList<>(List.of("cycle", DOMAIN, String.valueOf(rounds)));
        words.addAll(sides.uris("qemu:///system"));
        Calls.run(
                words,
                cells -> {
                    start.of(sides.side((int) cells[0])).add((double) cells[1]);
                    destroy.of(sides.side((int) cells[0])).add((double) cells[2]);
                });
    }

    private static void bareQemu(Table table) {
        var start = new Series();
        var destroy = new Series();
        for (int round = 0; round < ROUNDS; round++) {
            try (var qemu = BareQemu.start()) {
                start.add(qemu.startNanos());
                destroy.add(qemu.kill());
            }
        }
        table.note(
                "The floor: a bare QEMU runs after %s and is dead %s after its kill (medians of %d)."
                        .formatted(
                                Unit.MILLISECONDS.format(Quartiles.of(start.values()).median()),
                                Unit.MILLISECONDS.format(Quartiles.of(destroy.values()).median()),
                                ROUNDS));
    }
}
