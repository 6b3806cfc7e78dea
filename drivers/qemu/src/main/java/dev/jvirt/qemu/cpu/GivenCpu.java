package dev.jvirt.qemu.cpu;

import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.ArrayList;
import java.util.Optional;

/// The best processor that an emulator gives guests on a host, by a name (`host-model`).
///
/// @param reported what documents tell about it
/// @param migratable the part of it that a guest can take along to another host
/// @param full what guests are compared with that ask for a processor of their own
/// @param ofEmulator whether the emulator itself told what it can give
public record GivenCpu(NamedCpu reported, NamedCpu migratable, NamedCpu full, boolean ofEmulator) {
    /// What there is for guests of an emulator.
    ///
    /// @param processor the host's own, by a name for guests; absent if it has none
    public static Optional<GivenCpu> of(
            String hostArch,
            QemuCapabilities emulator,
            Accelerator accelerator,
            Optional<NamedCpu> processor) {
        String arch = emulator.arch();
        if (!Architectures.isNative(hostArch, arch)) {
            return Optional.empty();
        }
        AcceleratorCapabilities offer = emulator.accelerator(accelerator);
        if (Architectures.isS390(arch)) {
            return offer.hostCpu().map(GivenCpu::mainframe);
        }
        if (Architectures.isX86(arch) && offer.hostCpu().isPresent()) {
            return Optional.of(expanded(offer, offer.hostCpu().get(), accelerator, processor));
        }
        return processor.map(cpu -> ofHost(arch, cpu));
    }

    /// The emulator did not tell: what the host has, without what no emulator knows.
    private static GivenCpu ofHost(String arch, NamedCpu processor) {
        NamedCpu given = withoutUnknown(arch, processor);
        NamedCpu migratable = CpuArchitecture.of(arch).migratable(given);
        return new GivenCpu(given, migratable, given, false);
    }

    private static NamedCpu withoutUnknown(String arch, NamedCpu cpu) {
        return cpu.withFeatures(
                cpu.features().stream()
                        .filter(f -> CpuFeatureNames.isKnownToQemu(arch, f.name()))
                        .toList());
    }

    private static GivenCpu expanded(
            AcceleratorCapabilities offer,
            HostCpuModel model,
            Accelerator accelerator,
            Optional<NamedCpu> processor) {
        var naming = X86Naming.forGuests(Optional.of(offer.cpuModels()));
        NamedCpu all = naming.name(X86Facts.ofProperties(model, false));
        NamedCpu migratable =
                model.migratability()
                        ? naming.name(X86Facts.ofProperties(model, true))
                        : X86Naming.withoutLocal(all);
        boolean real = accelerator == Accelerator.KVM && processor.isPresent();
        return new GivenCpu(all, migratable, real ? both(processor.get(), all) : all, true);
    }

    /// What the host has, and what its kernel makes for guests beside.
    private static NamedCpu both(NamedCpu processor, NamedCpu given) {
        NamedCpu full = processor;
        for (Feature feature : given.features()) {
            if (feature.policy() == FeaturePolicy.REQUIRE) {
                full = full.with(feature.name(), FeaturePolicy.REQUIRE);
            }
        }
        return full;
    }

    /// Mainframes have the same names for processors in QEMU and in documents.
    private static GivenCpu mainframe(HostCpuModel model) {
        NamedCpu all = mainframe(model, false);
        return new GivenCpu(all, mainframe(model, true), all, true);
    }

    private static NamedCpu mainframe(HostCpuModel model, boolean migratable) {
        var features = new ArrayList<Feature>();
        for (CpuProperty property : model.properties()) {
            boolean stays = migratable && !property.migratable().orElse(true);
            if (property.kind() == CpuProperty.Kind.BOOLEAN && !stays) {
                features.add(
                        new Feature(
                                property.name(),
                                property.isOn() ? FeaturePolicy.REQUIRE : FeaturePolicy.DISABLE));
            }
        }
        return NamedCpu.of(model.name()).withFeatures(features);
    }
}
