package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.MemoryAccess;
import dev.jvirt.documents.domain.MemoryBacking;
import dev.jvirt.documents.domain.Numa;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.List;

/// Memory that QEMU can take from the host.
final class MemoryRules {
    private static final long PAGE_KIB = 4;

    private MemoryRules() {}

    static void check(Machine machine) {
        var backing = machine.definition().memory().backing();
        unsupportedWhen(
                backing.allocationThreads().isPresent()
                        && !machine.has(QemuFlag.MEMORY_BACKEND_FILE_PREALLOC_THREADS),
                "preallocation threads are unsupported with this QEMU");
        if (hasHugePages(backing)) {
            checkHugePages(backing, machine);
        }
        checkNuma(machine, backing);
    }

    /// One size that is the host's normal one means no huge pages.
    private static boolean hasHugePages(MemoryBacking backing) {
        var pages = backing.hugePages();
        if (pages.isEmpty()) {
            return false;
        }
        return pages.get().size() != 1 || pages.get().getFirst().size() != PAGE_KIB;
    }

    private static void checkHugePages(MemoryBacking backing, Machine machine) {
        unsupportedWhen(
                backing.allocation()
                        .filter(a -> a == MemoryBacking.Allocation.ONDEMAND)
                        .isPresent(),
                "hugepages are not allowed with memory allocation ondemand");
        unsupportedWhen(
                backing.source().filter(s -> s == MemoryBacking.Source.ANONYMOUS).isPresent(),
                "hugepages are not allowed with anonymous memory source");
        unsupportedWhen(
                backing.source().filter(s -> s == MemoryBacking.Source.MEMFD).isPresent()
                        && !machine.has(QemuFlag.MEMORY_BACKEND_MEMFD_HUGETLB),
                "hugepages is not supported with memfd memory source");
    }

    private static void checkNuma(Machine machine, MemoryBacking backing) {
        var numa = machine.definition().cpu().flatMap(Cpu::numa);
        boolean named =
                Accelerator.ofDomainType(machine.definition().type().word())
                        .flatMap(a -> machine.capabilities().machine(a, machine.name()))
                        .flatMap(MachineType::defaultRamId)
                        .isPresent();
        unsupportedWhen(
                backing.access().isPresent() && numa.isEmpty() && !named,
                "memory access mode '%s' not supported without guest numa node"
                        .formatted(backing.access().map(Word::word).orElse("")));
        boolean latencies =
                numa.filter(
                                n ->
                                        !n.interconnects().isEmpty()
                                                || n.cells().stream()
                                                        .anyMatch(c -> !c.caches().isEmpty()))
                        .isPresent();
        unsupportedWhen(
                latencies && !machine.has(QemuFlag.NUMA_HMAT),
                "HMAT is not supported with this QEMU");
    }

    /// Whether another process can see all memory of the guest.
    static boolean isShared(Machine machine) {
        var backing = machine.definition().memory().backing().access();
        boolean shared = backing.filter(a -> a == MemoryAccess.SHARED).isPresent();
        List<Numa.Cell> cells =
                machine.definition().cpu().flatMap(Cpu::numa).map(Numa::cells).orElse(List.of());
        for (Numa.Cell cell : cells) {
            boolean own =
                    cell.access().isPresent() ? cell.access().get() == MemoryAccess.SHARED : shared;
            if (!own) {
                return false;
            }
        }
        return !cells.isEmpty() || shared;
    }
}
