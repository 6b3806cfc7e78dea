package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.Numa;

import java.util.ArrayList;

/// Rounds sizes of memory up to what the machine can have.
final class MemoryAlignment {
    private static final long MIB = 1024;

    private MemoryAlignment() {}

    static DomainDefinition align(DomainDefinition definition) {
        boolean pseries = Architectures.isPpc64(definition.os().arch().orElse(""));
        long unit = pseries ? 256 * MIB : MIB;
        var memory = definition.memory();
        long plugged = 0;
        for (MemoryDevice device : definition.devices().of(MemoryDevice.class)) {
            plugged += device.target().size();
        }
        long initial = roundUp(memory.total() - plugged, unit);
        var numa = definition.cpu().flatMap(Cpu::numa);
        if (numa.isPresent()) {
            var cells = new ArrayList<Numa.Cell>();
            initial = 0;
            for (Numa.Cell cell : numa.get().cells()) {
                long size = roundUp(cell.memory(), unit);
                cells.add(cell.withMemory(size));
                initial += size;
            }
            definition =
                    definition.withCpu(
                            definition
                                    .cpu()
                                    .map(c -> c.withNuma(c.numa().map(n -> n.withCells(cells)))));
        }
        return definition.withMemory(
                memory.withTotal(initial + plugged).withMax(roundUp(memory.max(), unit)));
    }

    private static long roundUp(long size, long unit) {
        return (size + unit - 1) / unit * unit;
    }
}
