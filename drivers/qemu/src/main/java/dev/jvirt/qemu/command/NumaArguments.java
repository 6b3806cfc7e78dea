package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.MemoryBacking;
import dev.jvirt.documents.domain.Numa;
import dev.jvirt.qemu.capabilities.MachineType;
import java.util.ArrayList;
import java.util.List;

/// `-numa`: the nodes that the guest sees, and how far they are from one another.
final class NumaArguments {
    private static final int LOCAL = 10;
    private static final int REMOTE = 20;

    private final DomainScope scope;
    private final Numa numa;
    private final Arguments out;

    private NumaArguments(DomainScope scope, Numa numa, Arguments out) {
        this.scope = scope;
        this.numa = numa;
        this.out = out;
    }

    static void add(DomainScope scope, Arguments out) {
        scope.definition()
                .cpu()
                .flatMap(Cpu::numa)
                .ifPresent(numa -> new NumaArguments(scope, numa, out).add());
    }

    private void add() {
        boolean backends = needsBackends();
        if (!backends) {
            MemoryArguments.addGlobalBacking(scope, out);
        }
        for (int i = 0; i < numa.cells().size(); i++) {
            addCell(i, numa.cells().get(i), backends);
        }
        addDistances();
        numa.interconnects().forEach(this::addInterconnect);
        for (int i = 0; i < numa.cells().size(); i++) {
            for (Numa.Cache cache : numa.cells().get(i).caches()) {
                addCache(i, cache);
            }
        }
    }

    static boolean hasHeterogeneousMemory(Numa numa) {
        return !numa.interconnects().isEmpty()
                || numa.cells().stream().anyMatch(cell -> !cell.caches().isEmpty());
    }

    /// Old machines make the memory of their nodes themselves, unless something is special.
    private boolean needsBackends() {
        boolean own =
                scope.capabilities()
                        .machine(scope.accelerator(), scope.machine())
                        .map(MachineType::numaMemory)
                        .orElse(true);
        if (!own || hasHeterogeneousMemory(numa)) {
            return true;
        }
        for (int i = 0; i < numa.cells().size(); i++) {
            if (new MemoryBackend(scope, piece(i)).isNeeded()) {
                return true;
            }
        }
        return false;
    }

    private MemoryPiece piece(int cell) {
        return MemoryPiece.ofCell(cell, numa.cells().get(cell).memory());
    }

    private void addCell(int number, Numa.Cell cell, boolean backends) {
        if (backends) {
            new MemoryBackend(scope, piece(number)).add(out);
        }
        var node = new StringBuilder("node,nodeid=").append(number);
        cell.cpus().ifPresent(cpus -> ranges(cpus).forEach(r -> node.append(",cpus=").append(r)));
        if (hasHeterogeneousMemory(numa)) {
            node.append(",initiator=").append(initiator(number, cell));
        }
        if (backends) {
            node.append(",memdev=").append(piece(number).id());
        } else {
            node.append(",mem=").append(cell.memory() >> 10);
        }
        out.add("-numa", node.toString());
    }

    private static List<String> ranges(IdSet cpus) {
        var text = cpus.toString();
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /// The node whose processors are nearest.
    private int initiator(int number, Numa.Cell cell) {
        if (cell.cpus().filter(cpus -> !cpus.isEmpty()).isPresent()) {
            return number;
        }
        int nearest = -1;
        long best = Long.MAX_VALUE;
        for (Numa.Interconnect link : numa.interconnects()) {
            long distance = link.bandwidth() ? -link.value() : link.value();
            if (link.target() == number && link.cache() == 0 && distance < best) {
                best = distance;
                nearest = link.initiator();
            }
        }
        return nearest >= 0 ? nearest : firstWithProcessors();
    }

    private int firstWithProcessors() {
        for (int i = 0; i < numa.cells().size(); i++) {
            if (numa.cells().get(i).cpus().filter(cpus -> !cpus.isEmpty()).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    private void addDistances() {
        if (numa.cells().stream().allMatch(cell -> cell.distances().isEmpty())) {
            return;
        }
        for (int from = 0; from < numa.cells().size(); from++) {
            for (int to = 0; to < numa.cells().size(); to++) {
                out.add(
                        "-numa",
                        "dist,src=%d,dst=%d,val=%d".formatted(from, to, distance(from, to)));
            }
        }
    }

    private int distance(int from, int to) {
        var distances = new ArrayList<>(numa.cells().get(from).distances());
        int known = to < distances.size() ? distances.get(to) : 0;
        if (known != 0) {
            return known;
        }
        return from == to ? LOCAL : REMOTE;
    }

    private void addInterconnect(Numa.Interconnect link) {
        String hierarchy =
                switch (link.cache()) {
                    case 0 -> "memory";
                    case 1 -> "first-level";
                    case 2 -> "second-level";
                    default -> "third-level";
                };
        String data = link.bandwidth() ? "bandwidth" : "latency";
        out.add(
                "-numa",
                "hmat-lb,initiator=%d,target=%d,hierarchy=%s,data-type=%s-%s,%s=%d%s"
                        .formatted(
                                link.initiator(),
                                link.target(),
                                hierarchy,
                                link.type().word(),
                                data,
                                data,
                                link.value(),
                                link.bandwidth() ? "K" : ""));
    }

    private void addCache(int cell, Numa.Cache cache) {
        String associativity =
                switch (cache.associativity()) {
                    case NONE -> "none";
                    case DIRECT -> "direct";
                    case FULL -> "complex";
                };
        String policy =
                switch (cache.policy()) {
                    case NONE -> "none";
                    case WRITEBACK -> "write-back";
                    case WRITETHROUGH -> "write-through";
                };
        out.add(
                "-numa",
                "hmat-cache,node-id=%d,size=%dK,level=%d,associativity=%s,policy=%s,line=%d"
                        .formatted(
                                cell,
                                cache.size(),
                                cache.level(),
                                associativity,
                                policy,
                                cache.line()));
    }

    /// Whether memory is filled before the guest starts.
    static boolean isFilled(MemoryBacking backing) {
        return backing.allocation()
                .filter(a -> a == MemoryBacking.Allocation.IMMEDIATE)
                .isPresent();
    }
}
