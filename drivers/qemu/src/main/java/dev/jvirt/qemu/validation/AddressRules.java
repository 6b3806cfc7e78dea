package dev.jvirt.qemu.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;
import static dev.jvirt.qemu.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// Addresses that QEMU can give.
final class AddressRules {
    private static final int MAX_UID = 0xFFFF;
    private static final long MAX_REGISTER = 0xFFFF_FFFFL;

    private AddressRules() {}

    static void check(GuestDevice device, Machine machine) {
        var address = device.info().address();
        unsupportedWhen(
                device.info().acpiIndex().isPresent() && !machine.has(QemuFlag.ACPI_INDEX),
                "ACPI index is not supported with this QEMU");
        unsupportedWhen(
                device.info().acpiIndex().isPresent()
                        && address.filter(a -> a instanceof Address.Pci).isEmpty(),
                "ACPI index is only supported for PCI devices");
        switch (address.orElse(null)) {
            case Address.Drive drive ->
                    bus(device).ifPresent(bus -> DriveRules.check(drive, bus, machine));
            case Address.Pci pci -> pci.zpci().ifPresent(zpci -> check(zpci, machine));
            case Address.SpaprVio vio ->
                    when(
                            vio.reg().orElse(0) > MAX_REGISTER,
                            XML_ERROR,
                            "spapr-vio reg='0x%x' exceeds maximum possible value (0xffffffff)"
                                    .formatted(vio.reg().orElse(0)));
            case Address.Ccw _ ->
                    unsupportedWhen(
                            !machine.is(MachineFamily.S390_CCW),
                            "cannot use CCW address type for device '%s' using machine type '%s'"
                                    .formatted(DeviceNames.of(device), machine.name()));
            case null, default -> {}
        }
    }

    /// The bus of a device that is a unit of a drive controller.
    private static Optional<Disk.Bus> bus(GuestDevice device) {
        return switch (device) {
            case Disk disk -> disk.bus();
            case HostDevice _ -> Optional.of(Disk.Bus.SCSI);
            default -> Optional.empty();
        };
    }

    private static void check(Address.Zpci zpci, Machine machine) {
        boolean chosen = zpci.uid().isPresent() || zpci.fid().isPresent();
        unsupportedWhen(
                chosen && !machine.has(QemuFlag.ZPCI), "This QEMU binary doesn't support zPCI");
        int uid = zpci.uid().orElse(1);
        when(
                uid == 0 || uid > MAX_UID,
                XML_ERROR,
                "Invalid PCI address uid='0x%04x', must be > 0x0000 and <= 0x%04x"
                        .formatted(uid, MAX_UID));
    }
}
