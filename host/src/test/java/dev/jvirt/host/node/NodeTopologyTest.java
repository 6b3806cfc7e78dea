package dev.jvirt.host.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.host.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeTopologyTest {
    private static final String FAMILY = "virhostcpu";
    private static final int THREADS_PER_SUBCORE = 8;

    private final Path folder;

    NodeTopologyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void countsTheHostsOfTheGoldenData() throws IOException {
        Corpus.assumeFamily(FAMILY);
        Path hosts = Corpus.unpackAll(FAMILY, folder);

        var softly = new SoftAssertions();
        for (Corpus.Row row : Corpus.rows(FAMILY)) {
            if (row.cell("op").equals("topology")) {
                String model = row.cell("arch");
                var topology =
                        NodeTopology.read(
                                host(hosts, row),
                                model,
                                model.startsWith("ppc") ? THREADS_PER_SUBCORE : 0);
                softly.assertThat(describe(topology))
                        .as(row.toString())
                        .isEqualTo(Corpus.read(row.cell("expected")).strip());
            }
        }
        softly.assertAll();
    }

    private static String describe(NodeTopology topology) {
        return "CPUs: %d/%d, MHz: %d, Nodes: %d, Sockets: %d, Cores: %d, Threads: %d"
                .formatted(
                        topology.cpus(),
                        topology.maximumCpus(),
                        topology.mhz(),
                        topology.nodes(),
                        topology.sockets(),
                        topology.cores(),
                        topology.threads());
    }

    @Test
    void tellsTheProcessorsOfTheGoldenDataApart() throws IOException {
        Corpus.assumeFamily(FAMILY);

        var softly = new SoftAssertions();
        for (Corpus.Row row : Corpus.rows(FAMILY)) {
            if (row.cell("op").equals("signature")) {
                String expected = row.cell("expected");
                var identity = CpuIdentity.parse(Corpus.read(row.cell("input")), row.cell("arch"));
                softly.assertThat(identity.signature().orElse("none"))
                        .as(row.toString())
                        .isEqualTo(
                                expected.equals("value:none")
                                        ? "none"
                                        : Corpus.read(expected).strip());
            }
        }
        softly.assertAll();
    }

    @Test
    void readsTheTimesOfTheGoldenData() throws IOException {
        Corpus.assumeFamily(FAMILY);
        Path proc = Files.createDirectories(folder.resolve("proc"));
        var folders = new NodeFolders(folder, proc, folder);

        for (Corpus.Row row : Corpus.rows(FAMILY)) {
            if (row.cell("op").equals("cpu-stats") && row.cell("kind").equals("success")) {
                Files.writeString(proc.resolve("stat"), Corpus.read(row.cell("input")));
                var text = new StringBuilder(describe("cpu", CpuTimes.read(folders)));
                int cpus = Integer.parseInt(row.cell("cpus"));
                for (int cpu = 0; cpu < cpus; cpu++) {
                    text.append(describe("cpu" + cpu, CpuTimes.read(folders, cpu).orElseThrow()));
                }

                assertThat(text.toString().strip())
                        .isEqualTo(Corpus.read(row.cell("expected")).strip());
                assertThat(CpuTimes.read(folders, cpus)).isEmpty();
            }
        }
    }

    private static String describe(String name, CpuTimes times) {
        long tick = 10_000_000;
        return "%s:\nkernel: %d\nuser: %d\nidle: %d\niowait: %d\n\n"
                .formatted(
                        name,
                        times.kernel() / tick,
                        times.user() / tick,
                        times.idle() / tick,
                        times.ioWait() / tick);
    }

    private static NodeFolders host(Path hosts, Corpus.Row row) throws IOException {
        Path host = hosts.resolve(Corpus.treeName(Path.of(row.cell("sysfs"))));
        Path proc = Files.createDirectories(host.resolve("proc"));
        Files.writeString(proc.resolve("cpuinfo"), Corpus.read(row.cell("input")));
        return new NodeFolders(host, proc, host.resolve("resctrl"));
    }

    @Test
    void summarisesThisHost() throws IOException {
        var topology = NodeTopology.ofHost();

        assertThat(topology.model()).isEqualTo(Machine.name());
        assertThat(topology.cpus()).isEqualTo(NodeCpu.online(NodeFolders.ofHost()).size());
        assertThat(topology.memory())
                .isEqualTo(HostMemory.ofCells(NodeFolders.ofHost()).total() / 1024)
                .isPositive();
    }

    @Test
    void refusesAHostWithoutProcessors() {
        var nothing = new NodeFolders(folder, folder, folder);

        assertThatThrownBy(() -> NodeTopology.read(nothing, "x86_64", 0))
                .isInstanceOf(IOException.class)
                .hasMessage("no CPUs found");
    }
}
