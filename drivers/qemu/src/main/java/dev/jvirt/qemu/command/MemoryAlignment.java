package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.Numa;
import java.util.ArrayList;
import java.util.List;

/// Rounds sizes of memory up to what the machine can have.
final class MemoryAlignment {
    private static final long MIB = 1024;

    private MemoryAlignment() {}

    static DomainDefinition align(DomainDefinition definition) {
        boolean pseries = Architectures.isPpc64(definition.os().arch().orElse(""));
        long unit = pseries ? 256 * MIB : MIB;
        var memory = definition.memory();
        long asked = 0;
        long plugged = 0;
        var devices = new ArrayList<Device>();
        for (Device device : definition.devices().all()) {
            if (device instanceof MemoryDevice module) {
                var aligned = align(module, pseries);
                asked += module.target().size();
                plugged += aligned.target().size();
                devices.add(aligned);
            } else {
                devices.add(device);
            }
        }
        long initial = roundUp(memory.total() - asked, unit);
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
        var aligned = definition.withDevices(definition.devices().withAll(List.copyOf(devices)));
        return aligned.withMemory(
                memory.withTotal(initial + plugged).withMax(roundUp(memory.max(), unit)));
    }

    /// A file behind a module of POWER may end where the module does, so that is not made larger.
    private static MemoryDevice align(MemoryDevice module, boolean pseries) {
        var target = module.target();
        long unit = pseries ? 256 * MIB : 2 * MIB;
        long size = roundUp(target.size(), unit);
        if (pseries && module.model() == MemoryDevice.Model.NVDIMM) {
            long label = target.label().orElse(0);
            size = (target.size() - label) / unit * unit + label;
        }
        return module.withTarget(
                new MemoryDevice.Target(
                        size,
                        target.node(),
                        target.label(),
                        target.readOnly(),
                        target.block(),
                        target.requested(),
                        target.current()));
    }

    private static long roundUp(long size, long unit) {
        return (size + unit - 1) / unit * unit;
    }
}
