package dev.jvirt.host.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostMemoryTest {
    private final NodeFolders folders;

    HostMemoryTest(@TempDir Path folder) throws IOException {
        folders = new NodeFolders(folder.resolve("system"), folder.resolve("proc"), folder);
        write(
                folders.proc().resolve("meminfo"),
                """
                MemTotal:       1000 kB
                MemFree:         400 kB
                Buffers:          30 kB
                Cached:           20 kB
                SwapCached:        7 kB
                """);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void writeCell(int cell, int total, int free) throws IOException {
        write(
                folders.node(cell).resolve("meminfo"),
                """
                Node %1$d MemTotal:  %2$d kB
                Node %1$d MemFree:   %3$d kB
                """
                        .formatted(cell, total, free));
    }

    @Test
    void readsWhatTheKernelCounts() throws IOException {
        assertThat(HostMemory.read(folders))
                .isEqualTo(new HostMemory(1000 << 10, 400 << 10, 30 << 10, 20 << 10));
    }

    @Test
    void addsTheCellsUp() throws IOException {
        writeCell(0, 300, 100);
        writeCell(2, 500, 150);

        assertThat(HostMemory.read(folders, 2))
                .isEqualTo(new HostMemory(500 << 10, 150 << 10, 0, 0));
        assertThat(HostMemory.ofCells(folders))
                .isEqualTo(new HostMemory(800 << 10, 250 << 10, 0, 0));
    }

    @Test
    void aHostWithoutCellsIsOneCell() throws IOException {
        assertThat(HostMemory.ofCells(folders)).isEqualTo(HostMemory.read(folders));
    }

    @Test
    void refusesWhatIsNoNumber() throws IOException {
        write(folders.proc().resolve("meminfo"), "MemTotal: many kB\n");

        assertThatThrownBy(() -> HostMemory.read(folders))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("many");
    }

    @Test
    void hugePagesAreTakenFromTheMemoryOfTheOthers() throws IOException {
        writeCell(0, 10_240, 4_096);
        Path pool = folders.node(0).resolve("hugepages/hugepages-2048kB");
        write(pool.resolve("nr_hugepages"), "3\n");
        write(pool.resolve("free_hugepages"), "1\n");

        var cell = NumaCell.readAll(folders).getFirst();

        assertThat(cell.memory()).isEqualTo(10_240);
        assertThat(cell.pages())
                .containsExactly(
                        new PagePool(4, (10_240 - 3 * 2048) / 4, 1024), new PagePool(2048, 3, 1));
    }
}
