package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.Nvram;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.domain.Watchdog;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Devices that have few rules.
final class SmallDeviceRules {
    private SmallDeviceRules() {}

    static void check(Rng rng, Machine machine) {
        unsupportedWhen(
                !machine.has(QemuFlag.VIRTIO_RNG),
                "domain configuration does not support rng model '%s'"
                        .formatted(rng.model().word()));
        switch (rng.backend()) {
            case Rng.RandomFile _ -> requireBackend(machine, QemuFlag.RNG_RANDOM, "random");
            case Rng.EntropyDaemon _ -> requireBackend(machine, QemuFlag.RNG_EGD, "egd");
            case Rng.Builtin _ -> requireBackend(machine, QemuFlag.RNG_BUILTIN, "builtin");
        }
    }

    private static void requireBackend(Machine machine, QemuFlag flag, String name) {
        unsupportedWhen(
                !machine.has(flag), "this qemu doesn't support the rng-%s backend".formatted(name));
    }

    static void check(Watchdog watchdog, Machine machine) {
        String model = watchdog.model().word();
        var address = watchdog.info().address();
        switch (watchdog.model()) {
            case I6300ESB ->
                    unsupportedWhen(
                            address.filter(a -> !(a instanceof Address.Pci)).isPresent(),
                            "%s model of watchdog can go only on PCI bus".formatted(model));
            case IB700 ->
                    unsupportedWhen(
                            address.isPresent(),
                            "%s model of watchdog does not support configuring the address"
                                    .formatted(model));
            case DIAG288 -> {
                unsupportedWhen(
                        address.isPresent(),
                        "%s model of watchdog is virtual and cannot go on any bus."
                                .formatted(model));
                unsupportedWhen(
                        !Architectures.isS390(machine.arch()),
                        "%s model of watchdog is allowed for s390 and s390x only".formatted(model));
            }
        }
    }

    static void checkVsock(Machine machine) {
        unsupportedWhen(
                !machine.has(QemuFlag.VHOST_VSOCK),
                "vsock device is not supported with this QEMU binary");
    }

    static void check(Input input, Machine machine) {
        if (input.isOn(Input.Bus.VIRTIO)) {
            unsupportedWhen(
                    input.type() != Input.Type.PASSTHROUGH
                            && input.model().filter(m -> m != VirtioModel.VIRTIO).isPresent(),
                    "virtio (non-)transitional models are not supported for input type=%s"
                            .formatted(input.type().word()));
            checkVirtio(input, machine);
        }
        unsupportedWhen(
                input.type() == Input.Type.EVDEV && !machine.has(QemuFlag.INPUT_LINUX),
                "%s is not supported by this QEMU binary".formatted("input-linux"));
        unsupportedWhen(
                input.type() == Input.Type.KEYBOARD
                        && input.isOn(Input.Bus.USB)
                        && !machine.has(QemuFlag.USB_KBD),
                "usb keyboard is not supported by this QEMU binary");
    }

    private static void checkVirtio(Input input, Machine machine) {
        boolean ccw = input.info().address().orElse(null) instanceof Address.Ccw;
        boolean has =
                switch (input.type()) {
                    case MOUSE ->
                            machine.has(ccw ? QemuFlag.VIRTIO_MOUSE_CCW : QemuFlag.VIRTIO_MOUSE);
                    case TABLET ->
                            machine.has(ccw ? QemuFlag.VIRTIO_TABLET_CCW : QemuFlag.VIRTIO_TABLET);
                    case KEYBOARD ->
                            machine.has(
                                    ccw ? QemuFlag.VIRTIO_KEYBOARD_CCW : QemuFlag.VIRTIO_KEYBOARD);
                    case PASSTHROUGH -> machine.has(QemuFlag.VIRTIO_INPUT_HOST);
                    case EVDEV -> true;
                };
        String name =
                input.type() == Input.Type.PASSTHROUGH
                        ? "virtio-input-host"
                        : "virtio-" + input.type().word();
        unsupportedWhen(!has, "%s is not supported by this QEMU binary".formatted(name));
    }

    static void check(MemoryBalloon balloon, Machine machine) {
        if (balloon.model() == MemoryBalloon.Model.NONE) {
            return;
        }
        unsupportedWhen(
                balloon.model() == MemoryBalloon.Model.XEN,
                "Memory balloon device type '%s' is not supported by this version of qemu"
                        .formatted(balloon.model().word()));
        unsupportedWhen(
                balloon.autoDeflate().isPresent()
                        && !machine.has(QemuFlag.VIRTIO_BALLOON_PCI_DEFLATE_ON_OOM),
                "deflate-on-oom is not supported by this QEMU binary");
        unsupportedWhen(
                balloon.freePageReporting().isPresent()
                        && !machine.has(QemuFlag.VIRTIO_BALLOON_FREE_PAGE_REPORTING),
                "freePageReporting is not supported by this QEMU binary");
    }

    static void check(Nvram nvram, Machine machine) {
        unsupportedWhen(
                !machine.has(QemuFlag.NVRAM), "nvram device is not supported by this QEMU binary");
        unsupportedWhen(
                !machine.is(MachineFamily.PSERIES), "nvram device is only supported for PPC64");
        unsupportedWhen(
                !(nvram.info().address().orElse(null) instanceof Address.SpaprVio),
                "nvram address type must be spaprvio");
    }

    static void checkHub(Machine machine) {
        unsupportedWhen(!machine.has(QemuFlag.USB_HUB), "usb-hub not supported by QEMU binary");
    }

    static void check(Sound sound, Machine machine) {
        switch (sound.model()) {
            case USB ->
                    unsupportedWhen(
                            !machine.has(QemuFlag.USB_AUDIO),
                            "usb-audio controller is not supported by this QEMU binary");
            case ICH9 ->
                    unsupportedWhen(
                            !machine.has(QemuFlag.ICH9_INTEL_HDA),
                            "The ich9-intel-hda audio controller is not supported in this QEMU"
                                    + " binary");
            case ICH7 ->
                    unsupportedWhen(
                            true,
                            "sound card model '%s' is not supported by qemu"
                                    .formatted(sound.model().word()));
            case SB16, ES1370, PCSPK, AC97, ICH6 -> {}
        }
        for (Sound.Codec codec : sound.codecs()) {
            var flag =
                    switch (codec) {
                        case DUPLEX -> QemuFlag.HDA_DUPLEX;
                        case MICRO -> QemuFlag.HDA_MICRO;
                        case OUTPUT -> QemuFlag.HDA_OUTPUT;
                    };
            unsupportedWhen(
                    !machine.has(flag),
                    "%s not supported in this QEMU binary".formatted("hda-" + codec.word()));
        }
    }
}
