package dev.jvirt.qemu.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;
import static dev.jvirt.qemu.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskDriver;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Disks as the guest sees them.
final class DiskFrontendRules {
    private static final String SERIAL_CHARACTERS = "-_ .+";

    private final Disk disk;
    private final Machine machine;
    private final String dev;
    private final String bus;

    private DiskFrontendRules(Disk disk, Machine machine) {
        this.disk = disk;
        this.machine = machine;
        this.dev = disk.target().dev();
        this.bus = disk.bus().map(Word::word).orElse("");
    }

    static void check(Disk disk, Machine machine) {
        var rules = new DiskFrontendRules(disk, machine);
        rules.checkGeometry();
        rules.checkKind();
        rules.checkIdentity();
        if (disk.kind() == Disk.Kind.LUN) {
            rules.checkLun();
        }
        rules.checkRotation();
        rules.checkBus();
        rules.checkInputOutput();
        rules.checkSerial();
        rules.checkIoThread();
    }

    private boolean isOn(Disk.Bus... buses) {
        for (Disk.Bus each : buses) {
            if (disk.isOn(each)) {
                return true;
            }
        }
        return false;
    }

    private void checkGeometry() {
        var geometry = disk.appearance().geometry();
        if (geometry.isEmpty()) {
            return;
        }
        boolean given =
                geometry.get().cylinders() > 0
                        && geometry.get().heads() > 0
                        && geometry.get().sectors() > 0;
        unsupportedWhen(
                given && !isOn(Disk.Bus.IDE, Disk.Bus.SCSI, Disk.Bus.VIRTIO),
                "CHS geometry can not be set for '%s' bus".formatted(bus));
        unsupportedWhen(
                geometry.get().translation().isPresent() && !isOn(Disk.Bus.IDE),
                "CHS translation mode can only be set for 'ide' bus not '%s'".formatted(bus));
    }

    private void checkKind() {
        boolean removable = disk.kind() == Disk.Kind.CDROM || disk.kind() == Disk.Kind.FLOPPY;
        unsupportedWhen(
                removable && isOn(Disk.Bus.VIRTIO),
                "disk type of '%s' does not support ejectable media".formatted(dev));
        boolean copies = disk.driver().features().copyOnRead().orElse(false);
        unsupportedWhen(
                copies && disk.policy().readOnly(),
                "copy_on_read is not compatible with read-only disk '%s'".formatted(dev));
        unsupportedWhen(
                copies && removable,
                "copy_on_read is not supported with removable disk '%s'".formatted(dev));
    }

    private void checkIdentity() {
        var appearance = disk.appearance();
        if (appearance.wwn().isPresent()) {
            unsupportedWhen(
                    !isOn(Disk.Bus.IDE, Disk.Bus.SCSI), "Only ide and scsi disk support wwn");
            unsupportedWhen(
                    isOn(Disk.Bus.IDE) && !machine.has(QemuFlag.IDE_DRIVE_WWN),
                    "Setting wwn for ide disk is not supported by this QEMU");
            unsupportedWhen(
                    isOn(Disk.Bus.SCSI) && !machine.has(QemuFlag.SCSI_DISK_WWN),
                    "Setting wwn for scsi disk is not supported by this QEMU");
        }
        boolean named = appearance.vendor().isPresent() || appearance.product().isPresent();
        unsupportedWhen(
                named && !isOn(Disk.Bus.SCSI), "Only scsi disk supports vendor and product");
    }

    private void checkLun() {
        unsupportedWhen(
                !isOn(Disk.Bus.SCSI),
                "disk device='lun' is not supported for bus='%s'".formatted(bus));
        unsupportedWhen(
                !machine.has(QemuFlag.SCSI_BLOCK),
                "This QEMU doesn't support scsi-block for lun passthrough");
        unsupportedWhen(
                disk.driver().features().copyOnRead().orElse(false),
                "copy_on_read is not compatible with 'lun' disk '%s'".formatted(dev));
        unsupportedWhen(
                disk.appearance().wwn().isPresent(), "Setting wwn is not supported for lun device");
        unsupportedWhen(
                disk.appearance().vendor().isPresent() || disk.appearance().product().isPresent(),
                "Setting vendor or product is not supported for lun device");
    }

    private void checkRotation() {
        if (disk.target().rotationRate().isEmpty()) {
            return;
        }
        when(
                !isOn(Disk.Bus.SCSI, Disk.Bus.IDE, Disk.Bus.SATA),
                INTERNAL_ERROR,
                "rotation rate is only valid for SCSI/IDE/SATA bus");
        when(
                disk.kind() != Disk.Kind.DISK,
                INTERNAL_ERROR,
                "rotation rate is only valid for disk device");
        unsupportedWhen(
                !machine.has(QemuFlag.ROTATION_RATE),
                "rotation rate is not supported with this QEMU");
    }

    private void checkBus() {
        switch (disk.bus().orElse(Disk.Bus.VIRTIO)) {
            case SCSI, IDE, FDC, SATA ->
                    when(
                            !(disk.info().address().orElse(null) instanceof Address.Drive),
                            INTERNAL_ERROR,
                            "unexpected address type for %s disk".formatted(bus));
            case VIRTIO ->
                    unsupportedWhen(
                            disk.driver().queues().size().isPresent()
                                    && !machine.has(QemuFlag.VIRTIO_BLK_QUEUE_SIZE),
                            "queue-size property isn't supported by this QEMU binary");
            case USB -> checkUsb();
            case XEN, UML, SD -> {}
        }
        boolean readOnly = disk.policy().readOnly() && disk.kind() == Disk.Kind.DISK;
        unsupportedWhen(readOnly && isOn(Disk.Bus.IDE), "readonly ide disks are not supported");
        unsupportedWhen(readOnly && isOn(Disk.Bus.SATA), "readonly sata disks are not supported");
    }

    private void checkUsb() {
        unsupportedWhen(
                !machine.has(QemuFlag.USB_STORAGE),
                "This QEMU doesn't support '-device usb-storage'");
        when(
                disk.info().address().filter(a -> !(a instanceof Address.Usb)).isPresent(),
                INTERNAL_ERROR,
                "unexpected address type for usb disk");
        unsupportedWhen(
                disk.target().removable().isPresent()
                        && !machine.has(QemuFlag.USB_STORAGE_REMOVABLE),
                "This QEMU doesn't support setting the removable flag of USB storage devices");
    }

    private void checkInputOutput() {
        var io = disk.driver().io();
        var cache = disk.driver().cache();
        boolean direct =
                cache.filter(c -> c == DiskDriver.Cache.DIRECTSYNC || c == DiskDriver.Cache.NONE)
                        .isPresent();
        unsupportedWhen(
                io.filter(i -> i == DiskDriver.Io.NATIVE).isPresent() && !direct,
                "io='native' needs either no disk cache or directsync cache mode");
        unsupportedWhen(
                io.filter(i -> i == DiskDriver.Io.IO_URING).isPresent()
                        && !machine.has(QemuFlag.AIO_IO_URING),
                "io uring is not supported by this QEMU binary");
    }

    private void checkSerial() {
        var serial = disk.appearance().serial();
        if (serial.isEmpty()) {
            return;
        }
        unsupportedWhen(
                isOn(Disk.Bus.SCSI) && disk.kind() == Disk.Kind.LUN,
                "scsi-block 'lun' devices do not support the serial property");
        unsupportedWhen(
                isOn(Disk.Bus.FDC, Disk.Bus.SD),
                "Serial property not supported for drive bus '%s'".formatted(bus));
        for (int i = 0; i < serial.get().length(); i++) {
            char c = serial.get().charAt(i);
            boolean safe =
                    c < 128 && Character.isLetterOrDigit(c) || SERIAL_CHARACTERS.indexOf(c) >= 0;
            unsupportedWhen(
                    !safe, "driver serial '%s' contains unsafe characters".formatted(serial.get()));
        }
    }

    private void checkIoThread() {
        var thread = disk.driver().queues().ioThread();
        if (thread.isEmpty()) {
            return;
        }
        unsupportedWhen(
                !isOn(Disk.Bus.VIRTIO),
                "IOThreads not available for bus %s target %s".formatted(bus, dev));
        boolean known = false;
        for (IoThreads.IoThread each : machine.definition().resources().ioThreads().threads()) {
            known |= each.id() == thread.getAsInt();
        }
        unsupportedWhen(
                !known,
                "Disk iothread '%d' not defined in iothreadid".formatted(thread.getAsInt()));
    }
}
