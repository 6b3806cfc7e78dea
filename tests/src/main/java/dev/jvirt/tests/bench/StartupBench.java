package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Both;
import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.NativeProgram;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// How long programs take to be there: virsh, and the daemon itself.
final class StartupBench implements Experiment {
    private static final int VIRSH_ROUNDS = 40;
    private static final int DAEMON_ROUNDS = 10;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String summary() {
        return "one virsh list, and the start of the daemon: time, CPU time, memory";
    }

    @Override
    public void run(Set<Side> wanted, Table table) {
        table.heading("Start-up");
        try (var sides = new Sides(wanted)) {
            virsh(wanted, "virsh -c test:///default list --all", "test:///default", table);
            String uri = sides.daemons().getFirst().uri("qemu:///system");
            virsh(wanted, "virsh -c qemu:///system list --all", uri, table);
        }
        daemons(wanted, table);
        table.note(
                "Both virshs talk to the same daemon (C's where it is there). A daemon is there"
                        + " when it has opened qemu:///system for its first client, on an empty root;"
                        + " CPU time and memory (RSS) are those of that moment.");
        table.end();
    }

    private static void virsh(Set<Side> wanted, String what, String uri, Table table) {
        var wall = new Both();
        var cpu = new Both();
        var memory = new Both();
        for (int round = -2; round < VIRSH_ROUNDS; round++) {
            for (Side side : wanted) {
                String[] cells = once(side, uri);
                if (round >= 0) {
                    wall.of(side).add(Double.parseDouble(cells[0]));
                    cpu.of(side).add(Double.parseDouble(cells[1]));
                    memory.of(side).add(Double.parseDouble(cells[2]));
                }
            }
        }
        wall.print(table, what + ", wall time", Unit.MILLISECONDS);
        cpu.print(table, what + ", CPU time", Unit.MILLISECONDS);
        memory.print(table, what + ", peak memory", Unit.MEBIBYTES);
    }

    private static String[] once(Side side, String uri) {
        String virsh = side == Side.C ? "virsh" : Product.program("virsh");
        String once = NativeProgram.ONCE.path().orElseThrow().toString();
        String[] cells =
                Programs.run(once, virsh, "-c", uri, "list", "--all").orFail().strip().split("\t");
        if (!cells[3].equals("0")) {
            throw new IllegalStateException(virsh + " fails with status " + cells[3]);
        }
        return cells;
    }

    private static void daemons(Set<Side> wanted, Table table) {
        var time = new Both();
        var cpu = new Both();
        var memory = new Both();
        for (int round = -1; round < DAEMON_ROUNDS; round++) {
            for (Side side : wanted) {
                var folder = Sides.newFolder();
                try (var daemon = side.start(Sides.folderOf(folder, side))) {
                    openOnce(daemon);
                    double took =
                            Duration.between(daemon.process().startedAt(), Instant.now()).toNanos();
                    if (round >= 0) {
                        time.of(side).add(took);
                        cpu.of(side).add(daemon.process().cpuNanos());
                        memory.of(side).add(daemon.process().residentKib());
                    }
                }
                Sides.remove(folder);
            }
        }
        time.print(table, "libvirtd, start, wall time", Unit.MILLISECONDS);
        cpu.print(table, "libvirtd, start, CPU time", Unit.MILLISECONDS);
        memory.print(table, "libvirtd, start, memory", Unit.MEBIBYTES);
    }

    private static void openOnce(Daemon daemon) {
        try (var client = RawClient.connect(daemon.socket())) {
            client.open("qemu:///system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
