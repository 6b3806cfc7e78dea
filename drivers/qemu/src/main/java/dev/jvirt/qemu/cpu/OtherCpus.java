package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.List;
import java.util.Optional;

/// Processors of which nothing is known but what QEMU calls them.
record OtherCpus(String arch) implements CpuArchitecture {
    /// The error about an architecture of which nothing is known.
    LibvirtException unknown() {
        return CpuArchitecture.error(
                ErrorCode.NO_SUPPORT,
                "'%s' architecture is not supported by CPU driver".formatted(arch));
    }

    @Override
    public Comparison compare(NamedCpu host, Cpu guest) {
        throw unknown();
    }

    @Override
    public Cpu update(Cpu guest, Optional<NamedCpu> host) {
        if (GuestCpus.isRelative(guest)) {
            throw unknown();
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
    public Cpu common(List<NamedCpu> cpus, Optional<EmulatorCpus> emulator, boolean migratable) {
        throw unknown();
    }
}
