package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import java.util.List;
import java.util.Optional;

/// Memory, processors and threads of a domain, and its share of the host.
public record Resources(
        Memory memory, Vcpus vcpus, IoThreads ioThreads, Optional<Cpu> cpu, Tuning tuning) {
    /// The same with other memory.
    public Resources withMemory(Memory value) {
        return new Resources(value, vcpus, ioThreads, cpu, tuning);
    }

    /// The same with other virtual processors.
    public Resources withVcpus(Vcpus value) {
        return new Resources(memory, value, ioThreads, cpu, tuning);
    }

    /// The same with other threads for disks.
    public Resources withIoThreads(IoThreads value) {
        return new Resources(memory, vcpus, value, cpu, tuning);
    }

    /// The same with another processor model.
    public Resources withCpu(Optional<Cpu> value) {
        return new Resources(memory, vcpus, ioThreads, value, tuning);
    }

    /// The same with another share of the host.
    public Resources withTuning(Tuning value) {
        return new Resources(memory, vcpus, ioThreads, cpu, value);
    }

    static Resources parse(Element domain, ParseFlags flags) {
        var placed = Vcpus.parse(domain);
        var vcpus = placed;
        var ioThreads = IoThreads.parse(domain);
        var cpuTune =
                domain.child("cputune")
                        .map(t -> CpuTune.parse(t, placed, ioThreads, flags))
                        .orElse(CpuTune.NONE);
        var cpu = domain.child("cpu").map(c -> Cpu.parse(c));
        checkNuma(cpu.flatMap(Cpu::numa).map(Numa::cells).orElse(List.of()), placed.max());
        int cells = cpu.flatMap(Cpu::numa).map(n -> n.cells().size()).orElse(0);
        var numa = NumaTune.parse(domain, !vcpus.autoPlacement(), cells);
        if (domain.children("resource").size() > 1) {
            throw new LibvirtException(XML_ERROR, "only one resource element is supported");
        }
        if (numa.isAutomatic() && vcpus.cpuSet().isEmpty() && !cpuTune.hasPins()) {
            vcpus = vcpus.withAutoPlacement(true);
        }
        return new Resources(
                Memory.parse(domain),
                vcpus,
                ioThreads,
                cpu,
                new Tuning(
                        domain.child("blkiotune").map(BlkioTune::parse).orElse(BlkioTune.NONE),
                        cpuTune,
                        numa,
                        domain.child("resource").map(Resource::parse).orElse(Resource.NONE),
                        domain.child("perf").map(Perf::parse).orElse(Perf.NONE)));
    }

    /// A machine without nodes counts as one whose only node has the first processor.
    private static void checkNuma(List<Numa.Cell> cells, int vcpus) {
        int count = 0;
        int last = 0;
        for (Numa.Cell cell : cells) {
            if (cell.cpus().isPresent()) {
                count += cell.cpus().get().size();
                last = Math.max(last, cell.cpus().get().last());
            }
        }
        if (count > vcpus) {
            throw new LibvirtException(
                    INTERNAL_ERROR, "Number of CPUs in <numa> exceeds the <vcpu> count");
        }
        if (last >= vcpus) {
            throw new LibvirtException(INTERNAL_ERROR, "CPU IDs in <numa> exceed the <vcpu> count");
        }
    }
}
