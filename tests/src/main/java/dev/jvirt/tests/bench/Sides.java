package dev.jvirt.tests.bench;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The daemons that are compared, each running below a folder of its own.
final class Sides implements AutoCloseable {
    /// Whose daemon.
    enum Side {
        C,
        JVIRT;

        Daemon start(Path root) {
            return switch (this) {
                case C -> CLibvirtd.start(root);
                case JVIRT -> JvirtLibvirtd.start(root);
            };
        }
    }

    private final Path folder;
    private final List<Side> order = new ArrayList<>();
    private final List<Daemon> daemons = new ArrayList<>();

    Sides(Set<Side> wanted) {
        folder = newFolder();
        for (Side side : EnumSet.copyOf(wanted)) {
            order.add(side);
            daemons.add(side.start(folderOf(folder, side)));
        }
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("jvirt-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folderOf(Path parent, Side side) {
        try {
            return Files.createDirectories(parent.resolve(side == Side.C ? "c" : "j"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    List<Daemon> daemons() {
        return daemons;
    }

    /// The side at an index of [#uris].
    Side side(int index) {
        return order.get(index);
    }

    List<String> uris(String uri) {
        return daemons.stream().map(daemon -> daemon.uri(uri)).toList();
    }

    /// The CPU time that each daemon has taken.
    Map<Side, Double> cpuNanos() {
        var nanos = new EnumMap<Side, Double>(Side.class);
        for (int i = 0; i < daemons.size(); i++) {
            nanos.put(order.get(i), daemons.get(i).process().cpuNanos());
        }
        return nanos;
    }

    /// The measurements of both sides.
    static final class Both {
        private final Series c = new Series();
        private final Series jvirt = new Series();

        Series of(Side side) {
            return side == Side.C ? c : jvirt;
        }

        /// Forgets what was only for warming up.
        void clear() {
            c.clear();
            jvirt.clear();
        }

        void print(Table table, String what, Unit unit) {
            table.row(what, unit, c, jvirt);
        }
    }

    @Override
    public void close() {
        daemons.forEach(Daemon::close);
        remove(folder);
    }
}
