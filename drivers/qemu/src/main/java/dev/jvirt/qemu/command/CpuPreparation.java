package dev.jvirt.qemu.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.cpu.CpuArchitecture;
import dev.jvirt.qemu.cpu.GivenCpu;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides which processor a guest gets: one that this host can give, by a name that QEMU knows.
final class CpuPreparation {
    private final DomainDefinition definition;
    private final QemuCapabilities emulator;
    private final Accelerator accelerator;
    private final String hostArch;
    private final String arch;
    private final Optional<GivenCpu> given;

    private CpuPreparation(
            DomainDefinition definition, QemuCapabilities emulator, CommandContext context) {
        this.definition = definition;
        this.emulator = emulator;
        this.accelerator =
                Accelerator.ofDomainType(definition.type().word()).orElse(Accelerator.TCG);
        this.hostArch = context.environment().arch();
        this.arch = definition.os().arch().orElseThrow();
        this.given = GivenCpu.of(hostArch, emulator, accelerator, context.host().processor());
    }

    /// @throws LibvirtException CPU_INCOMPATIBLE if the host cannot give it what it asks for,
    ///     CONFIG_UNSUPPORTED if QEMU cannot
    static DomainDefinition prepare(
            DomainDefinition definition, QemuCapabilities emulator, CommandContext context) {
        boolean named =
                definition
                        .cpu()
                        .filter(c -> c.mode() != Mode.CUSTOM || c.model().isPresent())
                        .isPresent();
        if (!named) {
            return definition;
        }
        Cpu cpu = new CpuPreparation(definition, emulator, context).decide(definition.cpu().get());
        return definition.withCpu(Optional.of(cpu));
    }

    private Cpu decide(Cpu asked) {
        var architecture = CpuArchitecture.of(arch);
        architecture.checkFeatures(asked);
        checkMode(asked);
        Cpu cpu = architecture.renamed(asked);
        // Emulated processors have little to do with the host's.
        if (definition.type() != VirtType.QEMU || cpu.mode() != Mode.CUSTOM) {
            compare(architecture, cpu);
        }
        cpu = architecture.update(cpu, given.map(GivenCpu::migratable));
        cpu = architecture.translate(cpu, offer().cpuModels());
        cpu = cpu.withFeatures(known(cpu.features()));
        var options = cpu.modelOptions();
        return cpu.withModel(
                cpu.model(), new Cpu.ModelOptions(true, options.vendorId(), options.vendor()));
    }

    private AcceleratorCapabilities offer() {
        return emulator.accelerator(accelerator);
    }

    private void checkMode(Cpu cpu) {
        boolean supported =
                switch (cpu.mode()) {
                    case HOST_PASSTHROUGH ->
                            accelerator != Accelerator.TCG
                                    && Architectures.isNative(hostArch, arch);
                    case MAXIMUM -> emulator.has(QemuFlag.CPU_MAX);
                    case HOST_MODEL -> given.isPresent();
                    case CUSTOM -> !offer().cpuModels().isEmpty();
                };
        if (!supported) {
            throw new LibvirtException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "CPU mode '%s' for %s %s domain on %s host is not supported by hypervisor"
                            .formatted(
                                    cpu.mode().word(), arch, definition.type().word(), hostArch));
        }
    }

    private void compare(CpuArchitecture architecture, Cpu cpu) {
        if (cpu.policy().check().filter(c -> c == Cpu.Check.PARTIAL).isEmpty()) {
            return;
        }
        given.map(host -> architecture.compare(host.full(), cpu))
                .orElseGet(architecture::compareWithUnknown)
                .require();
    }

    /// What QEMU does not know it does not have, and need not be told to leave out.
    private List<Feature> known(List<Feature> features) {
        Set<String> names = ofEmulator();
        return features.stream()
                .filter(f -> CpuFeatureNames.isKnownToQemu(arch, f.name()))
                .filter(f -> names.isEmpty() || !isOff(f) || names.contains(f.name()))
                .toList();
    }

    private static boolean isOff(Feature feature) {
        return feature.policy() == FeaturePolicy.DISABLE
                || feature.policy() == FeaturePolicy.FORBID;
    }

    /// The features that QEMU knows; none if it did not say.
    private Set<String> ofEmulator() {
        var names = new HashSet<String>();
        offer().hostCpu()
                .ifPresent(
                        model -> {
                            for (CpuProperty property : model.properties()) {
                                if (property.kind() == CpuProperty.Kind.BOOLEAN) {
                                    names.add(CpuFeatureNames.fromQemu(arch, property.name()));
                                }
                            }
                        });
        return names;
    }
}
