package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.CharTarget.SerialModel;
import dev.jvirt.documents.domain.CharTarget.SerialType;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import java.util.Optional;

/// Where a serial port is attached, and which device it is.
final class SerialCompletion {
    private SerialCompletion() {}

    static CharDevice fill(CharDevice device, String arch, MachineFamily family) {
        if (!(device.target() instanceof CharTarget.Serial serial)) {
            return device;
        }
        // Once the default was ISA everywhere, so ISA may mean the default.
        var type =
                serial.type()
                        .filter(t -> t != SerialType.ISA_SERIAL)
                        .or(() -> defaultType(arch, family));
        var model = serial.model().or(() -> type.flatMap(t -> defaultModel(t, family)));
        return device.withTarget(new CharTarget.Serial(type, serial.port(), model));
    }

    private static Optional<SerialType> defaultType(String arch, MachineFamily family) {
        if (Architectures.isX86(arch)) {
            return Optional.of(SerialType.ISA_SERIAL);
        }
        if (Architectures.isS390(arch)) {
            return Optional.of(SerialType.SCLP_SERIAL);
        }
        return switch (family) {
            case PSERIES -> Optional.of(SerialType.SPAPR_VIO_SERIAL);
            case ARM_VIRT, RISCV_VIRT -> Optional.of(SerialType.SYSTEM_SERIAL);
            default -> Optional.empty();
        };
    }

    private static Optional<SerialModel> defaultModel(SerialType type, MachineFamily family) {
        return switch (type) {
            case ISA_SERIAL -> Optional.of(SerialModel.ISA_SERIAL);
            case USB_SERIAL -> Optional.of(SerialModel.USB_SERIAL);
            case PCI_SERIAL -> Optional.of(SerialModel.PCI_SERIAL);
            case SPAPR_VIO_SERIAL -> Optional.of(SerialModel.SPAPR_VTY);
            case SCLP_SERIAL -> Optional.of(SerialModel.SCLPCONSOLE);
            case ISA_DEBUG -> Optional.of(SerialModel.ISA_DEBUGCON);
            case SYSTEM_SERIAL ->
                    switch (family) {
                        case ARM_VIRT -> Optional.of(SerialModel.PL011);
                        case RISCV_VIRT -> Optional.of(SerialModel.UART_16550A);
                        default -> Optional.empty();
                    };
        };
    }
}
