package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.PciOptions;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.json.JsonObject;

/// What is set up for all buses before there are any.
final class BusArguments {
    private BusArguments() {}

    static void addIommu(DomainScope scope, Arguments out) {
        for (Iommu iommu : scope.definition().devices().of(Iommu.class)) {
            switch (iommu.model()) {
                case INTEL -> out.device(intel(iommu));
                case VIRTIO -> {
                    var device = JsonObject.builder().put("driver", "virtio-iommu");
                    device.put("id", DomainScope.alias(iommu));
                    DeviceAddresses.add(scope, iommu.info(), device);
                    out.device(device);
                }
                // The machine makes it.
                case SMMUV3 -> {}
            }
        }
    }

    private static JsonObject.Builder intel(Iommu iommu) {
        var device = JsonObject.builder().put("driver", "intel-iommu");
        device.put("id", DomainScope.alias(iommu));
        iommu.interruptRemapping().ifPresent(on -> device.put("intremap", on ? "on" : "off"));
        device.putBoolean("caching-mode", iommu.cachingMode());
        iommu.eim().ifPresent(on -> device.put("eim", on ? "on" : "off"));
        device.putBoolean("device-iotlb", iommu.ioTlb());
        return device.putNumber("aw-bits", iommu.addressWidth());
    }

    /// The machine's own host bridge, which is no device on the command line.
    static void addHostBridge(DomainScope scope, Arguments out) {
        for (Controller controller : scope.definition().devices().controllers()) {
            boolean root =
                    controller.is(ControllerModel.PCI_PCI_ROOT)
                            || controller.is(ControllerModel.PCI_PCIE_ROOT);
            if (root && controller.index().orElse(0) == 0) {
                addHostBridge(scope, controller.pci().orElse(PciOptions.NONE), out);
            }
        }
    }

    private static void addHostBridge(DomainScope scope, PciOptions options, Arguments out) {
        boolean q35 = scope.family() == MachineFamily.Q35;
        if (options.hole64().isPresent()) {
            out.add(
                    "-global",
                    "%s.pci-hole64-size=%dK"
                            .formatted(
                                    q35 ? "q35-pcihost" : "i440FX-pcihost",
                                    options.hole64().getAsLong()));
        }
        options.target()
                .hotplug()
                .ifPresent(
                        on ->
                                out.add(
                                        "-global",
                                        "PIIX4_PM.acpi-root-pci-hotplug=" + (on ? "on" : "off")));
    }
}
