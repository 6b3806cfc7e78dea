package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.HostDeviceSource.MediatedModel;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Devices of the host that QEMU can pass through.
final class HostDeviceRules {
    private HostDeviceRules() {}

    static void check(HostDevice device, Machine machine) {
        boolean boots = device.info().boot().isPresent();
        switch (device.source()) {
            case HostDeviceSource.Capability _ ->
                    unsupportedWhen(
                            true,
                            "hostdev mode 'capabilities' is not supported in %s"
                                    .formatted(machine.definition().type().word()));
            case HostDeviceSource.Usb usb ->
                    unsupportedWhen(
                            usb.guestReset().isPresent()
                                    && !machine.has(QemuFlag.USB_HOST_GUEST_RESETS_ALL),
                            "guestReset is not supported with this version of QEMU");
            case HostDeviceSource.Pci pci -> {
                requireVfio(machine, QemuFlag.VFIO_PCI, "PCI");
                unsupportedWhen(
                        pci.writeFiltering().isPresent(),
                        "Write filtering of PCI device configuration space is not supported by"
                                + " qemu");
            }
            case HostDeviceSource.ScsiHost _ -> {
                unsupportedWhen(
                        boots,
                        "booting from assigned devices is not supported by vhost SCSI devices");
                unsupportedWhen(
                        !machine.has(QemuFlag.VHOST_SCSI),
                        "This QEMU doesn't support vhost-scsi devices");
            }
            case HostDeviceSource.Mediated mediated -> check(mediated, boots, machine);
            case HostDeviceSource.ScsiUnit _, HostDeviceSource.Iscsi _ -> {}
        }
    }

    private static void requireVfio(Machine machine, QemuFlag flag, String kind) {
        unsupportedWhen(
                !machine.has(flag),
                "VFIO %s device assignment is not supported by this version of QEMU"
                        .formatted(kind));
    }

    private static void check(HostDeviceSource.Mediated mediated, boolean boots, Machine machine) {
        switch (mediated.model()) {
            case VFIO_PCI -> checkMediatedPci(mediated, machine);
            case VFIO_AP -> {
                requireVfio(machine, QemuFlag.VFIO_AP, "AP");
                unsupportedWhen(
                        boots,
                        "booting from assigned devices is not supported by mediated devices of"
                                + " model vfio-ap");
                unsupportedWhen(
                        count(machine, MediatedModel.VFIO_AP) > 1,
                        "Only one hostdev of model vfio-ap is supported");
            }
            case VFIO_CCW -> requireVfio(machine, QemuFlag.VFIO_CCW, "CCW");
        }
    }

    private static void checkMediatedPci(HostDeviceSource.Mediated mediated, Machine machine) {
        requireVfio(machine, QemuFlag.VFIO_PCI, "PCI");
        unsupportedWhen(
                mediated.display().isPresent() && !machine.has(QemuFlag.VFIO_PCI_DISPLAY),
                "display property of device vfio-pci is not supported by this version of QEMU");
        unsupportedWhen(
                mediated.display().orElse(false)
                        && machine.definition().devices().graphics().isEmpty(),
                "graphics device is needed for attribute value 'display=on' in <hostdev>");
    }

    private static int count(Machine machine, MediatedModel model) {
        int count = 0;
        for (HostDevice device : machine.definition().devices().of(HostDevice.class)) {
            if (device.source() instanceof HostDeviceSource.Mediated mediated
                    && mediated.model() == model) {
                count++;
            }
        }
        return count;
    }
}
