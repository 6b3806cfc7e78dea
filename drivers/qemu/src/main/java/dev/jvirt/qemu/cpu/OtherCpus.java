package dev.jvirt.qemu.cpu;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.List;
import java.util.Optional;

/// Processors of which nothing is known but what QEMU calls them.
record OtherCpus(String arch) implements CpuArchitecture {
    @Override
    public Comparison compare(NamedCpu host, Cpu guest) {
        throw CpuArchitecture.cannot("compare CPUs of %s architecture".formatted(arch));
    }

    @Override
    public Cpu update(Cpu guest, Optional<NamedCpu> host) {
        if (GuestCpus.isRelative(guest)) {
            throw CpuArchitecture.cannot("update guest CPU for %s architecture".formatted(arch));
        }
        return guest;
    }

    @Override
    public Cpu translate(Cpu guest, List<CpuModel> offered) {
        if (guest.mode() != Mode.CUSTOM || CpuArchitecture.isOffered(guest, offered)) {
            return guest;
        }
        throw CpuArchitecture.notOffered(guest);
    }

    @Override
    public Cpu common(List<NamedCpu> cpus, Optional<List<CpuModel>> offered, boolean migratable) {
        throw CpuArchitecture.cannot("compute baseline CPU of %s architecture".formatted(arch));
    }
}
