package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.Numa;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;

/// Processors that no node has belong to the first node.
final class NumaCompletion {
    private NumaCompletion() {}

    static DomainDefinition fill(DomainDefinition definition) {
        var numa = definition.cpu().flatMap(Cpu::numa);
        if (numa.isEmpty()) {
            return definition;
        }
        int count = 0;
        var taken = new BitSet();
        for (Numa.Cell cell : numa.get().cells()) {
            count += cell.cpus().map(IdSet::size).orElse(0);
            cell.cpus().ifPresent(cpus -> cpus.ids().forEach(taken::set));
        }
        int max = definition.vcpus().max();
        if (count >= max) {
            return definition;
        }
        var first = numa.get().cells().getFirst();
        var cpus = new BitSet();
        first.cpus().ifPresent(ids -> ids.ids().forEach(cpus::set));
        for (int cpu = taken.nextClearBit(0); cpu < max; cpu = taken.nextClearBit(cpu + 1)) {
            cpus.set(cpu);
        }
        var cells = new ArrayList<>(numa.get().cells());
        cells.set(0, first.withCpus(IdSet.of(cpus.stream().toArray())));
        return definition.withCpu(
                Optional.of(
                        definition.cpu().get().withNuma(Optional.of(numa.get().withCells(cells)))));
    }
}
