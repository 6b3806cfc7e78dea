package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// IOMMUs that QEMU has on a machine.
final class IommuRules {
    private IommuRules() {}

    static void check(Iommu iommu, Machine machine) {
        boolean q35 = machine.is(MachineFamily.Q35);
        boolean virt = machine.is(MachineFamily.ARM_VIRT);
        switch (iommu.model()) {
            case INTEL -> {
                refuse(!q35, iommu, "is only supported with Q35 machines");
                requireFlag(iommu, machine, QemuFlag.INTEL_IOMMU);
            }
            case SMMUV3 -> {
                refuse(!virt, iommu, "is only supported with ARM Virt machines");
                requireFlag(iommu, machine, QemuFlag.MACHINE_VIRT_IOMMU);
            }
            case VIRTIO -> {
                refuse(!q35 && !virt, iommu, "is only supported with Q35 and ARM Virt machines");
                requireFlag(iommu, machine, QemuFlag.VIRTIO_IOMMU_PCI);
                refuse(
                        !machine.has(QemuFlag.VIRTIO_IOMMU_BOOT_BYPASS),
                        iommu,
                        "is not supported with this QEMU binary");
                refuse(
                        !machine.definition().features().has(Features.Name.ACPI),
                        iommu,
                        "requires ACPI");
                refuse(
                        !(iommu.info().address().orElse(null) instanceof Address.Pci),
                        iommu,
                        "needs a PCI address");
            }
        }
        checkOptions(iommu, machine);
    }

    private static void refuse(boolean wrong, Iommu iommu, String why) {
        unsupportedWhen(wrong, "IOMMU device: '%s' %s".formatted(iommu.model().word(), why));
    }

    private static void requireFlag(Iommu iommu, Machine machine, QemuFlag flag) {
        refuse(!machine.has(flag), iommu, "is not supported with this QEMU binary");
    }

    private static void checkOptions(Iommu iommu, Machine machine) {
        option(
                iommu.interruptRemapping().isPresent(),
                machine.has(QemuFlag.INTEL_IOMMU_INTREMAP),
                "interrupt remapping");
        option(
                iommu.cachingMode().isPresent(),
                machine.has(QemuFlag.INTEL_IOMMU_CACHING_MODE),
                "caching mode");
        option(iommu.eim().isPresent(), machine.has(QemuFlag.INTEL_IOMMU_EIM), "eim");
        option(
                iommu.ioTlb().isPresent(),
                machine.has(QemuFlag.INTEL_IOMMU_DEVICE_IOTLB),
                "device IOTLB");
        option(
                iommu.addressWidth().isPresent(),
                machine.has(QemuFlag.INTEL_IOMMU_AW_BITS),
                "aw_bits");
    }

    private static void option(boolean wanted, boolean has, String name) {
        unsupportedWhen(
                wanted && !has, "iommu: %s is not supported with this QEMU binary".formatted(name));
    }
}
