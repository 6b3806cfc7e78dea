package dev.jvirt.tests.virsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Both virshs print the same for every line of the resources: files whose names end with `-qemu`
/// are run with the driver of QEMU in C's daemon, the others with the driver of tests.
///
/// `-Djvirt.virsh.groups=network,host` runs some of the files only. `-Djvirt.virsh.worlds=process`
/// runs them with a test driver in each virsh's own process, which compares the drivers as well;
/// `jvirt-daemon` with the one of our daemon.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DifferentialTest {
    private static final String TEST = "test:///default";
    private static final String QEMU_WORLD = "c-daemon-qemu";

    @TempDir static Path folder;

    private static final List<BothVirshs> worlds = new ArrayList<>();
    private static final List<AutoCloseable> daemons = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static AcceptedDifferences accepted;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Programs.find("virsh").isPresent(), "virsh is not installed");
        accepted = AcceptedDifferences.read();
        if (wantedWorld("process")) {
            worlds.add(new BothVirshs("process", TEST, folder));
        }
        if (wantedWorld("c-daemon") && CLibvirtd.missing().isEmpty()) {
            var c = CLibvirtd.start(Files.createDirectories(folder.resolve("c")));
            daemons.add(c);
            worlds.add(new BothVirshs("c-daemon", c.uri(TEST), folder));
            worlds.add(new BothVirshs(QEMU_WORLD, c.uri("qemu:///system"), folder));
        }
        if (wantedWorld("jvirt-daemon") && Product.missing().isEmpty()) {
            var jvirt = JvirtLibvirtd.start(Files.createDirectories(folder.resolve("j")));
            daemons.add(jvirt);
            worlds.add(new BothVirshs("jvirt-daemon", jvirt.uri(TEST), folder));
        }
    }

    private static boolean wantedWorld(String name) {
        return List.of(System.getProperty("jvirt.virsh.worlds", "c-daemon").split(",", -1))
                .contains(name);
    }

    private static boolean wanted(String property, String name) {
        String names = System.getProperty(property, "");
        return names.isEmpty() || List.of(names.split(",", -1)).contains(name);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable daemon : daemons) {
            daemon.close();
        }
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> bothPrintTheSame() {
        var groups = new ArrayList<>(CommandLines.all());
        groups.add(CommandSweep.of("host"));
        groups.add(CommandSweep.of("interface"));
        groups.add(CommandSweep.of("filter"));
        groups.add(CommandSweep.of("network"));
        groups.add(CommandSweep.of("nodedev"));
        groups.add(CommandSweep.of("secret"));
        groups.add(CommandSweep.of("pool"));
        groups.add(CommandSweep.of("volume"));
        groups.add(CommandSweep.of("domain"));
        groups.add(CommandSweep.of("monitor"));
        groups.add(CommandSweep.of("checkpoint"));
        groups.add(CommandSweep.of("snapshot"));
        groups.add(CommandSweep.of("backup"));
        groups.removeIf(group -> !wanted("jvirt.virsh.groups", group.group()));
        return groups.stream()
                .flatMap(
                        group ->
                                worlds.stream()
                                        .filter(
                                                world ->
                                                        world.world().equals(QEMU_WORLD)
                                                                == group.needsQemu())
                                        .filter(world -> group.belongsIn(world.world()))
                                        .flatMap(
                                                world ->
                                                        group.lines().stream()
                                                                .map(line -> same(world, line))));
    }

    private static DynamicTest same(BothVirshs world, CommandLine line) {
        return DynamicTest.dynamicTest(
                world.world() + ": " + line.text(),
                () -> {
                    var said = world.run(line);
                    boolean differs = !said.jvirt().equals(said.c());
                    if (!accepted.accepts(line, world.world(), differs)) {
                        assertThat(said.jvirt()).as(line.text()).isEqualTo(said.c());
                    }
                });
    }

    @Test
    @Order(2)
    void noDifferenceThatIsToldIsGone() {
        assertThat(accepted.gone()).as("lines that no longer differ").isEmpty();
        if (System.getProperty("jvirt.virsh.groups") == null) {
            assertThat(accepted.unknown()).as("lines that nobody runs").isEmpty();
        }
    }
}
