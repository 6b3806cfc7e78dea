package dev.jvirt.tests.bench;

import dev.jvirt.tests.bench.Sides.Side;
import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.NativeProgram;
import dev.jvirt.tests.lab.Product;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The program behind `bin/bench`.
public final class Bench {
    private static final List<Experiment> EXPERIMENTS =
            List.of(
                    new RpcBench(),
                    new DaemonBench(),
                    new ClientBench(),
                    new StartupBench(),
                    new GuestsBench(),
                    new StarvationBench(),
                    new StreamsBench(),
                    new HostileBench());

    private Bench() {}

    /// Runs what is named, or all.
    public static void main(String[] arguments) {
        var names = List.of(arguments);
        if (names.contains("help") || names.contains("--help")) {
            help();
            return;
        }
        var unknown =
                names.stream()
                        .filter(name -> EXPERIMENTS.stream().noneMatch(e -> e.name().equals(name)))
                        .findFirst();
        if (unknown.isPresent()) {
            System.err.printf("bench: there is no '%s'; bench help lists them%n", unknown.get());
            System.exit(2);
        }
        if (NativeProgram.CALLS.path().isEmpty()) {
            System.err.println(
                    "bench: needs a C compiler and the C client library (packages gcc, libc6-dev,"
                            + " libvirt-dev)");
            System.exit(1);
        }
        var sides = sides();
        var table = new Table(System.out);
        Environment.print(System.out);
        for (Experiment experiment : EXPERIMENTS) {
            if (names.isEmpty() || names.contains(experiment.name())) {
                experiment.run(sides, table);
            }
        }
        System.exit(0);
    }

    private static void help() {
        System.out.println("usage: bench [NAME]...    all of them without a name");
        for (Experiment experiment : EXPERIMENTS) {
            System.out.printf("  %-12s %s%n", experiment.name(), experiment.summary());
        }
        System.out.println("       bench jmh [OPTION]...    the codecs, with JMH and its options");
    }

    /// The sides that can run here; what is missing is said once.
    private static Set<Side> sides() {
        var sides = EnumSet.noneOf(Side.class);
        CLibvirtd.missing()
                .ifPresentOrElse(
                        why -> System.err.println("bench: without C libvirt: " + why),
                        () -> sides.add(Side.C));
        Product.missing()
                .ifPresentOrElse(
                        why -> System.err.println("bench: without jvirt: " + why),
                        () -> sides.add(Side.JVIRT));
        if (sides.isEmpty()) {
            System.exit(1);
        }
        return sides;
    }
}
