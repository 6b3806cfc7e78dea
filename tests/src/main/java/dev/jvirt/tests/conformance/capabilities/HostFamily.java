package dev.jvirt.tests.conformance.capabilities;

import dev.jvirt.host.node.NodeFolders;
import dev.jvirt.host.node.NumaCell;
import dev.jvirt.host.node.PagePool;
import dev.jvirt.qemu.hostcaps.HostCapabilities;
import dev.jvirt.qemu.hostcaps.HostCpu;
import dev.jvirt.qemu.hostcaps.HostDescription;
import dev.jvirt.qemu.hostcaps.HostDescription.MigrationFeatures;
import dev.jvirt.qemu.hostcaps.HostHardware;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.Family;
import dev.jvirt.tests.conformance.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `vircaps2xml`: the kernel's description of a host to the host part of the document.
///
/// The memory of the hosts is not recorded: by the corpus' rule, cell N has N + 1 GiB and pages of
/// three sizes, the i-th of them (N + 1 + i) * 2048 times, and no distances.
public final class HostFamily implements Family {
    private static final List<Integer> PAGE_SIZES = List.of(4, 2048, 1048576);

    @Override
    public String name() {
        return "vircaps2xml";
    }

    @Override
    public String run(Case test) {
        try (var tree = new FileTree(test.corpus())) {
            Path folder = tree.write(test.param("host").orElseThrow());
            var hardware =
                    HostHardware.read(
                            new NodeFolders(
                                    folder.resolve("system"),
                                    folder.resolve("proc"),
                                    folder.resolve("resctrl")));
            var described =
                    new HostHardware(
                            hardware.cells().stream().map(HostFamily::withMemory).toList(),
                            hardware.interconnects(),
                            hardware.caches(),
                            hardware.control());
            var host =
                    new HostDescription(
                            Optional.empty(),
                            HostCpu.ofArch(test.cell("arch")),
                            Set.of(),
                            false,
                            migration(test),
                            Optional.of(described),
                            List.of());
            return new HostCapabilities(host, List.of()).format();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<MigrationFeatures> migration(Case test) {
        return test.is("offlineMigrate", "yes")
                ? Optional.of(new MigrationFeatures(test.is("liveMigrate", "yes"), List.of()))
                : Optional.empty();
    }

    private static NumaCell withMemory(NumaCell cell) {
        var pages = new ArrayList<PagePool>();
        for (int size : PAGE_SIZES) {
            pages.add(new PagePool(size, (cell.id() + 1 + pages.size()) * 2048L, 0));
        }
        return new NumaCell(
                cell.id(),
                (cell.id() + 1) * 1048576L,
                pages,
                List.of(),
                cell.caches(),
                cell.cpus());
    }
}
