package dev.jvirt.qemu.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuFeatureNames;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.cpu.CpuArchitecture;
import dev.jvirt.qemu.cpu.EmulatorCpus;
import dev.jvirt.qemu.cpu.GivenCpu;
import dev.jvirt.qemu.cpu.NamedCpu;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides which processor a guest gets: one that this host can give, by a name that QEMU knows.
public final class CpuPreparation {
    private final DomainDefinition definition;
    private final QemuCapabilities emulator;
    private final Accelerator accelerator;
    private final String hostArch;
    private final String arch;
    private final Optional<GivenCpu> given;

    private CpuPreparation(
            DomainDefinition definition,
            QemuCapabilities emulator,
            String hostArch,
            Optional<NamedCpu> processor) {
        this.definition = definition;
        this.emulator = emulator;
        this.accelerator =
                Accelerator.ofDomainType(definition.type().word()).orElse(Accelerator.TCG);
        this.hostArch = hostArch;
        this.arch = definition.os().arch().orElseThrow();
        this.given = GivenCpu.of(hostArch, emulator, accelerator, processor);
    }

    /// The definition of a guest that is about to start.
    ///
    /// @throws LibvirtException CPU_INCOMPATIBLE if the host cannot give it what it asks for,
    ///     CONFIG_UNSUPPORTED if QEMU cannot
    static DomainDefinition prepare(
            DomainDefinition definition, QemuCapabilities emulator, CommandContext context) {
        if (!isNamed(definition)) {
            return definition;
        }
        var preparation =
                new CpuPreparation(
                        definition,
                        emulator,
                        context.environment().arch(),
                        context.host().processor());
        Cpu cpu = preparation.decide(definition.cpu().get());
        return definition.withCpu(Optional.of(cpu));
    }

    /// A definition with what its processor would be on this host, whether or not it can start
    /// (`virsh dumpxml --update-cpu`).
    ///
    /// @param processor the host's own, by a name for guests
    public static DomainDefinition update(
            DomainDefinition definition,
            QemuCapabilities emulator,
            String hostArch,
            Optional<NamedCpu> processor) {
        if (!isNamed(definition)) {
            return definition;
        }
        var preparation = new CpuPreparation(definition, emulator, hostArch, processor);
        return definition.withCpu(
                definition
                        .cpu()
                        .map(
                                cpu ->
                                        CpuArchitecture.of(preparation.arch)
                                                .update(
                                                        cpu,
                                                        preparation.given.map(
                                                                GivenCpu::migratable))));
    }

    private static boolean isNamed(DomainDefinition definition) {
        return definition
                .cpu()
                .filter(c -> c.mode() != Mode.CUSTOM || c.model().isPresent())
                .isPresent();
    }

    private Cpu decide(Cpu asked) {
        var architecture = CpuArchitecture.of(arch);
        architecture.checkFeatures(asked);
        checkMode(asked);
        Cpu cpu = architecture.renamed(asked);
        compare(architecture, cpu);
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
        Set<String> names = EmulatorCpus.of(arch, offer(), false).features();
        return features.stream()
                .filter(f -> CpuFeatureNames.isKnownToQemu(arch, f.name()))
                .filter(f -> names.isEmpty() || !isOff(f) || names.contains(f.name()))
                .toList();
    }

    private static boolean isOff(Feature feature) {
        return feature.policy() == FeaturePolicy.DISABLE
                || feature.policy() == FeaturePolicy.FORBID;
    }
}
