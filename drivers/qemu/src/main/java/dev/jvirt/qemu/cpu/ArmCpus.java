package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import dev.jvirt.qemu.capabilities.CpuModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// ARM processors.
record ArmCpus() implements CpuArchitecture {
    private static final int VECTOR_STEP = 128;
    private static final int VECTOR_LIMIT = 2048;

    /// Vectors, and the lengths they can have.
    private static final Set<String> FEATURES =
            Stream.concat(
                            Stream.of("sve"),
                            IntStream.rangeClosed(1, VECTOR_LIMIT / VECTOR_STEP)
                                    .mapToObj(i -> "sve" + i * VECTOR_STEP))
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public Comparison compare(NamedCpu host, Cpu guest) {
        if (guest.mode() == Mode.HOST_PASSTHROUGH || guest.mode() == Mode.MAXIMUM) {
            return Comparison.IDENTICAL;
        }
        var vendor = guest.modelOptions().vendor();
        if (vendor.isPresent() && !vendor.equals(host.vendor())) {
            return Comparison.incompatible(
                    "host CPU vendor does not match required CPU vendor %s"
                            .formatted(vendor.get()));
        }
        if (guest.model().isPresent() && !guest.model().equals(host.model())) {
            return Comparison.incompatible(
                    "host CPU model does not match required CPU model %s"
                            .formatted(guest.model().get()));
        }
        return Comparison.IDENTICAL;
    }

    @Override
    public Cpu update(Cpu guest, Optional<NamedCpu> host) {
        return GuestCpus.isRelative(guest)
                ? GuestCpus.withHostModel(guest, host.orElseThrow(CpuArchitecture::unknownHost))
                : guest;
    }

    @Override
    public Cpu translate(Cpu guest, List<CpuModel> offered) {
        if (guest.mode() != Mode.CUSTOM || CpuArchitecture.isOffered(guest, offered)) {
            return guest;
        }
        throw CpuArchitecture.notOffered(guest);
    }

    @Override
    public void checkFeatures(Cpu guest) {
        for (Feature feature : guest.features()) {
            if (!FEATURES.contains(feature.name())) {
                throw CpuArchitecture.unknownFeature(feature.name());
            }
        }
    }

    @Override
    public Cpu common(List<NamedCpu> cpus, Optional<EmulatorCpus> emulator, boolean migratable) {
        var first = cpus.getFirst();
        for (NamedCpu cpu : cpus) {
            if (!cpu.model().equals(first.model())) {
                throw CpuArchitecture.error(ErrorCode.OPERATION_FAILED, "CPU models do not match");
            }
        }
        return Cpu.of(Mode.CUSTOM)
                .withModel(
                        first.model(), new ModelOptions(false, Optional.empty(), first.vendor()));
    }
}
