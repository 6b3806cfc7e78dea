package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// How many processors a machine can have, and in which groups.
final class TopologyRules {
    private static final int MAX_WITHOUT_EIM = 255;

    private TopologyRules() {}

    static void check(Machine machine) {
        var vcpus = machine.definition().vcpus();
        unsupportedWhen(vcpus.max() == 0, "Domain requires at least 1 vCPU");
        int limit =
                Accelerator.ofDomainType(machine.definition().type().word())
                        .flatMap(a -> machine.capabilities().machine(a, machine.name()))
                        .map(MachineType::maxCpus)
                        .orElse(0);
        unsupportedWhen(
                limit > 0 && vcpus.max() > limit,
                "Maximum CPUs greater than specified machine type limit %d".formatted(limit));
        var topology = machine.definition().cpu().flatMap(Cpu::topology);
        unsupportedWhen(
                machine.has(QemuFlag.QUERY_HOTPLUGGABLE_CPUS)
                        && topology.filter(t -> t.count() != vcpus.max()).isPresent(),
                "CPU topology doesn't match maximum vcpu count");
        int granularity =
                machine.is(MachineFamily.PSERIES)
                        ? topology.map(Cpu.Topology::threads).orElse(1)
                        : 1;
        unsupportedWhen(
                vcpus.current() % granularity != 0,
                "vCPUs count must be a multiple of the vCPU hotplug granularity (%d)"
                        .formatted(granularity));
        if (machine.isX86() && vcpus.max() > MAX_WITHOUT_EIM) {
            checkMany(machine);
        }
    }

    private static void checkMany(Machine machine) {
        unsupportedWhen(
                !machine.is(MachineFamily.Q35),
                "more than %d vCPUs are only supported on q35-based machine types"
                        .formatted(MAX_WITHOUT_EIM));
        boolean eim =
                machine.definition().devices().first(Iommu.class).flatMap(Iommu::eim).orElse(false);
        unsupportedWhen(
                !eim,
                "more than %d vCPUs require extended interrupt mode enabled on the iommu device"
                        .formatted(MAX_WITHOUT_EIM));
    }
}
