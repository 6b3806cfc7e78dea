package dev.jvirt.host.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.host.Corpus;
import dev.jvirt.host.node.ResourceControl.CacheControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The details of a host, as its capabilities document lists them.
final class HostDetailsTest {
    private static final String FAMILY = "vircaps2xml";

    private final Path folder;

    HostDetailsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void describesTheHostsOfTheGoldenData() throws IOException {
        Corpus.assumeFamily(FAMILY);
        Corpus.assumeFamily("virhostcpu");
        Path hosts = Corpus.unpackAll(FAMILY, folder);
        Corpus.unpackAll("virhostcpu", folder);

        var softly = new SoftAssertions();
        for (Corpus.Row row : Corpus.rows(FAMILY)) {
            Path host = hosts.resolve(Corpus.treeName(Path.of(row.cell("host"))));
            var folders =
                    new NodeFolders(
                            host.resolve("system"), host.resolve("proc"), host.resolve("resctrl"));
            softly.assertThat(lines(folders))
                    .as(row.toString())
                    .isEqualTo(expected(Corpus.read(row.cell("expected"))));
        }
        softly.assertAll();
    }

    /// The part of the document that comes from the folders: the golden data makes the memory up.
    private static List<String> expected(String document) {
        return document.substring(document.indexOf("<topology>"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<") && !line.startsWith("</"))
                .filter(line -> !line.matches("<(memory |pages|topology|cache>|interconnects).*"))
                .map(line -> line.replace("/>", ">"))
                .toList();
    }

    private static List<String> lines(NodeFolders folders) throws IOException {
        var lines = new ArrayList<String>();
        List<NumaCell> cells = NumaCell.readAll(folders);
        lines.add("<cells num='%d'>".formatted(cells.size()));
        for (NumaCell cell : cells) {
            lines.add("<cell id='%d'>".formatted(cell.id()));
            cell.caches().forEach(cache -> addCache(cache, lines));
            lines.add("<cpus num='%d'>".formatted(cell.cpus().size()));
            cell.cpus().forEach(cpu -> addCpu(cpu, lines));
        }
        Interconnect.readAll(folders).forEach(connection -> addConnection(connection, lines));
        addBanks(CacheBank.readAll(folders), ResourceControl.read(folders), lines);
        return lines;
    }

    private static void addCache(MemoryCache cache, List<String> lines) {
        lines.add(
                "<cache level='%d' associativity='%s' policy='%s'>"
                        .formatted(
                                cache.level(),
                                lower(cache.associativity()),
                                lower(cache.policy())));
        lines.add("<size value='%d' unit='KiB'>".formatted(cache.size() / 1024));
        lines.add("<line value='%d' unit='B'>".formatted(cache.line()));
    }

    private static void addCpu(NodeCpu cpu, List<String> lines) {
        lines.add(
                "<cpu id='%d' socket_id='%d' die_id='%d' core_id='%d' siblings='%s'>"
                        .formatted(cpu.id(), cpu.socket(), cpu.die(), cpu.core(), cpu.siblings()));
    }

    private static void addConnection(Interconnect connection, List<String> lines) {
        boolean isLatency = connection.kind() == Interconnect.Kind.LATENCY;
        lines.add(
                "<%s initiator='%d' target='%d' type='%s' value='%d'%s>"
                        .formatted(
                                lower(connection.kind()),
                                connection.initiator(),
                                connection.target(),
                                lower(connection.access()),
                                connection.value(),
                                isLatency ? "" : " unit='KiB'"));
    }

    private static void addBanks(
            List<CacheBank> banks, ResourceControl control, List<String> lines) {
        for (CacheBank bank : banks) {
            lines.add(
                    "<bank id='%d' level='%d' type='%s' %s cpus='%s'>"
                            .formatted(
                                    bank.id(),
                                    bank.level(),
                                    lower(bank.kind()),
                                    size("size", bank.size(), ""),
                                    bank.cpus()));
            control.caches().stream()
                    .filter(cache -> cache.level() == bank.level())
                    .forEach(cache -> lines.add(control(cache, bank)));
        }
        control.cacheMonitor().ifPresent(monitor -> addMonitor(monitor, lines));
        control.bandwidth().ifPresent(bandwidth -> addBandwidth(bandwidth, banks, lines));
        control.bandwidthMonitor().ifPresent(monitor -> addMonitor(monitor, lines));
    }

    private static String control(CacheControl control, CacheBank bank) {
        long part = control.granularity(bank);
        String least =
                control.smallest() > 1
                        ? " min='%d'".formatted(control.smallest() * part / 1024)
                        : "";
        return "<control %s type='%s' maxAllocs='%d'>"
                .formatted(
                        size("granularity", part, least), lower(control.kind()), control.groups());
    }

    private static void addBandwidth(
            ResourceControl.BandwidthControl control, List<CacheBank> banks, List<String> lines) {
        lines.add("<memory_bandwidth>");
        for (CacheBank bank : banks) {
            lines.add("<node id='%d' cpus='%s'>".formatted(bank.id(), bank.cpus()));
            lines.add(
                    "<control granularity='%d' min='%d' maxAllocs='%d'>"
                            .formatted(control.step(), control.smallest(), control.groups()));
        }
    }

    private static void addMonitor(ResourceControl.Monitor monitor, List<String> lines) {
        String threshold =
                monitor.reuseThreshold().isPresent()
                        ? "level='%d' reuseThreshold='%d' "
                                .formatted(monitor.level(), monitor.reuseThreshold().getAsLong())
                        : "";
        lines.add("<monitor %smaxMonitors='%d'>".formatted(threshold, monitor.counters()));
        monitor.features().forEach(name -> lines.add("<feature name='%s'>".formatted(name)));
    }

    private static String size(String name, long bytes, String inBetween) {
        boolean mega = bytes % (1 << 20) == 0;
        return "%s='%d'%s unit='%s'"
                .formatted(name, bytes >> (mega ? 20 : 10), inBetween, mega ? "MiB" : "KiB");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void readsTheCellsOfThisHost() throws IOException {
        var folders = NodeFolders.ofHost();

        List<NumaCell> cells = NumaCell.readAll(folders);

        assertThat(cells).isNotEmpty();
        assertThat(cells.stream().mapToInt(cell -> cell.cpus().size()).sum())
                .isEqualTo(NodeCpu.online(folders).size());
        assertThat(cells)
                .allSatisfy(cell -> assertThat(cell.pages().getFirst().size()).isEqualTo(4));
    }
}
