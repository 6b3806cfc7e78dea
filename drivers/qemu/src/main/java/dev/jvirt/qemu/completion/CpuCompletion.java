package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The processor of a guest: QEMU's default if none is named, and what follows from its mode.
final class CpuCompletion {
    /// Machines on which QEMU knows no model but the host's.
    private static final List<String> OLD_S390_MACHINES =
            List.of(
                    "s390-ccw-virtio-2.4",
                    "s390-ccw-virtio-2.5",
                    "s390-ccw-virtio-2.6",
                    "s390-ccw-virtio-2.7");

    private CpuCompletion() {}

    static DomainDefinition withDefaultModel(
            DomainDefinition definition, QemuCapabilities capabilities) {
        boolean open =
                definition
                        .cpu()
                        .filter(c -> c.mode() != Cpu.Mode.CUSTOM || c.model().isPresent())
                        .isEmpty();
        if (!open || !hasDefault(definition)) {
            return definition;
        }
        var model = defaultModel(definition, capabilities);
        if (model.isEmpty()) {
            return definition;
        }
        var cpu = definition.cpu().orElseGet(() -> Cpu.of(Cpu.Mode.CUSTOM));
        return definition.withCpu(Optional.of(withDefault(cpu, model.get(), definition)));
    }

    /// Elsewhere what QEMU says about its default holds only without KVM.
    private static boolean hasDefault(DomainDefinition definition) {
        String arch = definition.os().arch().orElseThrow();
        if (Architectures.isX86(arch)
                || Architectures.isPpc64(arch)
                || Architectures.isS390(arch)) {
            return true;
        }
        return Architectures.isArm(arch) && definition.type() == VirtType.QEMU;
    }

    private static Optional<String> defaultModel(
            DomainDefinition definition, QemuCapabilities capabilities) {
        var accelerator = EmulatorChoice.accelerator(definition);
        var type =
                capabilities
                        .machine(accelerator, definition.os().machine().orElseThrow())
                        .flatMap(MachineType::defaultCpu);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        for (CpuModel model : capabilities.accelerator(accelerator).cpuModels()) {
            if (model.typeName().equals(type)) {
                return Optional.of(model.name());
            }
        }
        return Optional.empty();
    }

    private static Cpu withDefault(Cpu cpu, String model, DomainDefinition definition) {
        if (!model.equals("host")) {
            // The default need not run on any host: QEMU leaves out what is missing.
            return cpu.withMode(Cpu.Mode.CUSTOM)
                    .withPolicy(
                            new Cpu.Policy(
                                    Cpu.Match.EXACT,
                                    Optional.of(Cpu.Check.NONE),
                                    cpu.policy().migratable()))
                    .withModel(
                            Optional.of(model),
                            new Cpu.ModelOptions(
                                    true,
                                    cpu.modelOptions().vendorId(),
                                    cpu.modelOptions().vendor()));
        }
        if (definition.type() != VirtType.KVM) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "QEMU reports invalid default CPU model \"host\" for non-kvm domain virt type");
        }
        boolean named =
                Architectures.isS390(definition.os().arch().orElseThrow())
                        && !OLD_S390_MACHINES.contains(definition.os().machine().orElseThrow());
        return cpu.withMode(named ? Cpu.Mode.HOST_MODEL : Cpu.Mode.HOST_PASSTHROUGH);
    }

    static DomainDefinition fill(DomainDefinition definition, QemuCapabilities capabilities) {
        if (definition.cpu().isEmpty()) {
            return definition;
        }
        String arch = definition.os().arch().orElseThrow();
        var cpu = withMigratable(definition.cpu().get(), arch, capabilities);
        cpu = withVectors(cpu);
        return definition.withCpu(Optional.of(withCheck(cpu, definition.type())));
    }

    private static Cpu withMigratable(Cpu cpu, String arch, QemuCapabilities capabilities) {
        boolean host = cpu.mode() == Cpu.Mode.HOST_PASSTHROUGH;
        var policy = cpu.policy();
        if (!host || policy.migratable().isPresent() || !Architectures.isX86(arch)) {
            return cpu;
        }
        boolean can = capabilities.has(QemuFlag.CPU_MIGRATABLE);
        return cpu.withPolicy(new Cpu.Policy(policy.match(), policy.check(), Optional.of(can)));
    }

    /// Lengths of SVE vectors make sense only with SVE itself.
    private static Cpu withVectors(Cpu cpu) {
        boolean lengths = false;
        int sve = -1;
        for (int i = 0; i < cpu.features().size(); i++) {
            String name = cpu.features().get(i).name();
            if (name.equals("sve")) {
                sve = i;
            } else {
                lengths |= name.startsWith("sve");
            }
        }
        if (!lengths) {
            return cpu;
        }
        var features = new ArrayList<>(cpu.features());
        var wanted = new Cpu.Feature("sve", Cpu.FeaturePolicy.REQUIRE);
        if (sve < 0) {
            features.add(wanted);
            return cpu.withFeatures(features);
        }
        var policy = features.get(sve).policy();
        if (policy == Cpu.FeaturePolicy.DISABLE || policy == Cpu.FeaturePolicy.FORBID) {
            throw refusal("SVE disabled, but SVE vector lengths provided");
        }
        features.set(sve, wanted);
        return cpu.withFeatures(features);
    }

    private static Cpu withCheck(Cpu cpu, VirtType type) {
        boolean named = cpu.mode() != Cpu.Mode.CUSTOM || cpu.model().isPresent();
        if (!named || cpu.policy().check().isPresent()) {
            return cpu;
        }
        var check =
                switch (cpu.mode()) {
                    case HOST_PASSTHROUGH, MAXIMUM -> Cpu.Check.NONE;
                    case HOST_MODEL -> Cpu.Check.PARTIAL;
                    // Translated processors are not compared with the host's.
                    case CUSTOM -> type == VirtType.QEMU ? Cpu.Check.NONE : Cpu.Check.PARTIAL;
                };
        return cpu.withPolicy(
                new Cpu.Policy(
                        cpu.policy().match(), Optional.of(check), cpu.policy().migratable()));
    }

    private static LibvirtException refusal(String message) {
        return new LibvirtException(CONFIG_UNSUPPORTED, message);
    }
}
