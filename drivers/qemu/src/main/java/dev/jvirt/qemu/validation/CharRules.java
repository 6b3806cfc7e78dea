package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.Reconnect;
import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.Smartcard;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// Character devices that QEMU has.
final class CharRules {
    private CharRules() {}

    static void check(CharDevice device, Machine machine) {
        check(device.backend().source(), machine);
        if (device.target() instanceof CharTarget.Serial serial) {
            checkTarget(serial, device);
            checkMachine(serial, machine);
        }
        unsupportedWhen(
                device.target() instanceof CharTarget.Parallel
                        && (Architectures.isS390(machine.arch())
                                || machine.is(MachineFamily.PSERIES)),
                "parallel ports are not supported");
    }

    private static void check(CharSource source, Machine machine) {
        switch (source) {
            case CharSource.Tcp tcp -> check(tcp.reconnect());
            case CharSource.Unix unix -> check(unix.reconnect());
            case CharSource.SpicePort _, CharSource.SpiceVmc _ -> checkSpice(source, machine);
            case CharSource.QemuVdagent _ ->
                    unsupportedWhen(!machine.has(QemuFlag.CHARDEV_QEMU_VDAGENT), missing(source));
            case CharSource.Dbus _ ->
                    unsupportedWhen(!machine.has(QemuFlag.DISPLAY_DBUS), missing(source));
            default -> {}
        }
    }

    private static void check(Optional<Reconnect> reconnect) {
        unsupportedWhen(
                reconnect.filter(r -> r.enabled() && r.timeout() == 0).isPresent(),
                "chardev reconnect source timeout cannot be '0'");
    }

    private static String missing(CharSource source) {
        return "chardev '%s' not supported in this QEMU binary".formatted(source.type());
    }

    private static void checkSpice(CharSource source, Machine machine) {
        unsupportedWhen(!machine.has(QemuFlag.SPICE), missing(source));
        boolean spice =
                machine.definition().devices().graphics().stream()
                        .anyMatch(g -> g instanceof Graphics.Spice);
        unsupportedWhen(
                !spice,
                "chardev '%s' not supported without spice graphics".formatted(source.type()));
    }

    private static void checkTarget(CharTarget.Serial serial, CharDevice device) {
        if (serial.type().isEmpty()) {
            return;
        }
        var type = serial.type().get();
        var address = device.info().address();
        switch (type) {
            case ISA_SERIAL, ISA_DEBUG ->
                    require(type, "isa", address, address.orElse(null) instanceof Address.Isa);
            case USB_SERIAL ->
                    require(type, "usb", address, address.orElse(null) instanceof Address.Usb);
            case PCI_SERIAL ->
                    require(type, "pci", address, address.orElse(null) instanceof Address.Pci);
            case SPAPR_VIO_SERIAL ->
                    require(
                            type,
                            "spapr-vio",
                            address,
                            address.orElse(null) instanceof Address.SpaprVio);
            case SYSTEM_SERIAL, SCLP_SERIAL ->
                    unsupportedWhen(
                            address.isPresent(),
                            "Target type '%s' cannot have an associated address"
                                    .formatted(type.word()));
        }
        serial.model().ifPresent(model -> checkModel(type, model));
    }

    private static void require(Word type, String kind, Optional<Address> address, boolean fits) {
        unsupportedWhen(
                address.isPresent() && !fits,
                "Target type '%s' requires address type '%s'".formatted(type.word(), kind));
    }

    private static void checkModel(CharTarget.SerialType type, CharTarget.SerialModel model) {
        var expected =
                switch (model) {
                    case ISA_SERIAL -> CharTarget.SerialType.ISA_SERIAL;
                    case USB_SERIAL -> CharTarget.SerialType.USB_SERIAL;
                    case PCI_SERIAL -> CharTarget.SerialType.PCI_SERIAL;
                    case SPAPR_VTY -> CharTarget.SerialType.SPAPR_VIO_SERIAL;
                    case PL011, UART_16550A -> CharTarget.SerialType.SYSTEM_SERIAL;
                    case SCLPCONSOLE, SCLPLMCONSOLE -> CharTarget.SerialType.SCLP_SERIAL;
                    case ISA_DEBUGCON -> CharTarget.SerialType.ISA_DEBUG;
                };
        unsupportedWhen(
                type != expected,
                "Target model '%s' requires target type '%s'"
                        .formatted(model.word(), expected.word()));
    }

    private static void checkMachine(CharTarget.Serial serial, Machine machine) {
        boolean fits =
                switch (serial.type().orElse(CharTarget.SerialType.ISA_SERIAL)) {
                    case SPAPR_VIO_SERIAL -> machine.is(MachineFamily.PSERIES);
                    case SYSTEM_SERIAL ->
                            machine.is(MachineFamily.ARM_VIRT)
                                    || machine.is(MachineFamily.RISCV_VIRT);
                    case SCLP_SERIAL -> Architectures.isS390(machine.arch());
                    case ISA_SERIAL, ISA_DEBUG, USB_SERIAL, PCI_SERIAL -> true;
                };
        unsupportedWhen(
                !fits,
                "Serial device with target type '%s' and target model '%s' not compatible with guest architecture or machine type"
                        .formatted(
                                serial.type().map(Word::word).orElse(""),
                                serial.model().map(Word::word).orElse("")));
    }

    static void check(Smartcard card, Machine machine) {
        boolean first =
                card.info().address().orElse(null) instanceof Address.Ccid ccid
                        && ccid.controller() == 0
                        && ccid.slot() == 0;
        boolean several = machine.definition().devices().of(Smartcard.class).size() > 1;
        unsupportedWhen(!first || several, "this QEMU binary lacks multiple smartcard support");
        switch (card.mode()) {
            case HOST, HOST_CERTIFICATES ->
                    unsupportedWhen(
                            !machine.has(QemuFlag.CCID_EMULATED),
                            "this QEMU binary lacks smartcard host mode support");
            case PASSTHROUGH ->
                    unsupportedWhen(
                            !machine.has(QemuFlag.CCID_PASSTHRU),
                            "this QEMU binary lacks smartcard passthrough mode support");
        }
        card.backend().ifPresent(b -> check(b.source(), machine));
    }

    static void check(RedirectedDevice device, Machine machine) {
        check(device.backend().source(), machine);
        unsupportedWhen(
                !machine.has(QemuFlag.USB_REDIR),
                "USB redirection is not supported by this version of QEMU");
    }

    static void checkFilter(Machine machine) {
        boolean redirected = !machine.definition().devices().of(RedirectedDevice.class).isEmpty();
        unsupportedWhen(
                redirected && !machine.has(QemuFlag.USB_REDIR_FILTER),
                "USB redirection filter is not supported by this version of QEMU");
    }
}
