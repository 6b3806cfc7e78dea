package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskDriver;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;

/// The device that shows a disk to the guest.
record DiskDevices(DomainScope scope, Disk disk) {
    /// The properties of the device.
    ///
    /// @param key the property that names what serves it
    /// @param backend the block node of its medium or its helper; empty if there is none
    JsonObject.Builder properties(String key, String backend) {
        var bus = disk.bus().orElseThrow();
        var out =
                switch (bus) {
                    case IDE, SATA -> ide();
                    case SCSI -> scsi();
                    case VIRTIO -> virtio();
                    case USB -> usb();
                    case FDC -> floppy();
                    case XEN, UML, SD ->
                            throw new LibvirtException(
                                    CONFIG_UNSUPPORTED,
                                    "unsupported disk bus '%s' with device setup"
                                            .formatted(bus.word()));
                };
        out.putTrue("share-rw", disk.policy().shareable());
        if (!backend.isEmpty()) {
            out.put(key, backend);
        }
        out.put("id", DomainScope.alias(disk));
        if (bus != Disk.Bus.FDC) {
            out.putNumber("bootindex", scope.boot().of(disk));
        }
        addAppearance(out);
        return out;
    }

    private JsonObject.Builder ide() {
        var drive = drive(disk);
        var out = JsonObject.builder();
        out.put("driver", disk.kind() == Disk.Kind.CDROM ? "ide-cd" : "ide-hd");
        if (disk.isOn(Disk.Bus.IDE)) {
            String bus = scope.busOf(Controller.Type.IDE, drive.controller());
            return out.put("bus", bus + '.' + drive.bus()).put("unit", drive.unit());
        }
        String bus = scope.busOf(Controller.Type.SATA, drive.controller());
        return out.put("bus", bus + '.' + drive.unit());
    }

    private JsonObject.Builder scsi() {
        var drive = drive(disk);
        var out = JsonObject.builder();
        out.put(
                "driver",
                switch (disk.kind()) {
                    case LUN -> "scsi-block";
                    case CDROM -> "scsi-cd";
                    case DISK, FLOPPY -> "scsi-hd";
                });
        out.put("bus", scope.busOf(Controller.Type.SCSI, drive.controller()) + ".0");
        boolean lsi =
                ControllerArguments.is(
                        scope,
                        Controller.Type.SCSI,
                        drive.controller(),
                        ControllerModel.SCSI_LSILOGIC);
        if (lsi) {
            out.put("scsi-id", drive.unit());
        } else {
            out.put("channel", drive.bus());
            out.put("scsi-id", drive.target());
            out.put("lun", drive.unit());
        }
        if (disk.kind() != Disk.Kind.LUN) {
            out.put(
                    "device_id",
                    disk.appearance().serial().orElse("drive-" + DomainScope.alias(disk)));
        }
        return out;
    }

    private JsonObject.Builder virtio() {
        var driver = disk.driver();
        boolean helper = disk.source().location() instanceof StorageLocation.VhostUser;
        String base = helper ? "vhost-user-blk" : "virtio-blk";
        String name = VirtioDevices.driver(base, disk.info(), disk.policy().model());
        var out = VirtioDevices.begin(name, driver.virtio());
        driver.queues().ioThread().ifPresent(t -> out.put("iothread", "iothread" + t));
        out.putBoolean("ioeventfd", driver.features().ioEventFd());
        out.putBoolean("event_idx", driver.features().eventIdx());
        if (!helper
                && scope.has(QemuFlag.VIRTIO_BLK_PCI_SCSI)
                && !scope.has(QemuFlag.VIRTIO_BLK_PCI_SCSI_DEFAULT_DISABLED)) {
            out.put("scsi", disk.kind() == Disk.Kind.LUN);
        }
        out.putNumber("num-queues", driver.queues().count());
        out.putNumber("queue-size", driver.queues().size());
        DeviceAddresses.add(scope, disk.info(), out);
        return out;
    }

    private JsonObject.Builder usb() {
        var out = JsonObject.builder().put("driver", "usb-storage");
        DeviceAddresses.add(scope, disk.info(), out);
        return out;
    }

    private JsonObject.Builder floppy() {
        return JsonObject.builder().put("driver", "floppy").put("unit", drive(disk).unit());
    }

    private void addAppearance(JsonObject.Builder out) {
        var appearance = disk.appearance();
        out.putNumber("logical_block_size", appearance.logicalBlockSize());
        out.putNumber("physical_block_size", appearance.physicalBlockSize());
        appearance.wwn().ifPresent(wwn -> out.put("wwn", wwn(wwn)));
        out.putNumber("rotation_rate", disk.target().rotationRate());
        out.putText("vendor", appearance.vendor());
        out.putText("product", appearance.product());
        if (disk.isOn(Disk.Bus.USB) && scope.has(QemuFlag.USB_STORAGE_REMOVABLE)) {
            out.put("removable", disk.target().removable().orElse(false));
        }
        addWriteCache(out);
        appearance
                .geometry()
                .ifPresent(
                        geometry -> {
                            out.put("cyls", geometry.cylinders());
                            out.put("heads", geometry.heads());
                            out.put("secs", geometry.sectors());
                            geometry.translation()
                                    .ifPresent(t -> out.put("bios-chs-trans", t.word()));
                        });
        out.putText("serial", appearance.serial());
        addErrorPolicy(out);
    }

    private static JsonNumber wwn(String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        return JsonNumber.ofUnsigned(Long.parseUnsignedLong(digits, 16));
    }

    private void addWriteCache(JsonObject.Builder out) {
        var cache = disk.driver().cache();
        if (cache.isEmpty() || disk.kind() == Disk.Kind.LUN) {
            return;
        }
        boolean writeBack =
                cache.get() != DiskDriver.Cache.WRITETHROUGH
                        && cache.get() != DiskDriver.Cache.DIRECTSYNC;
        out.put("write-cache", writeBack ? "on" : "off");
    }

    private void addErrorPolicy(JsonObject.Builder out) {
        var errors = disk.driver().errors();
        errors.write().ifPresent(policy -> out.put("werror", word(policy)));
        var read =
                errors.read()
                        .or(() -> errors.write().filter(w -> w != DiskDriver.ErrorPolicy.ENOSPACE));
        read.ifPresent(policy -> out.put("rerror", word(policy)));
    }

    private static String word(DiskDriver.ErrorPolicy policy) {
        return policy == DiskDriver.ErrorPolicy.ENOSPACE ? "enospc" : policy.word();
    }

    /// The place of a disk on its controller.
    static Address.Drive drive(Disk disk) {
        if (disk.info().address().orElse(null) instanceof Address.Drive drive) {
            return drive;
        }
        throw new LibvirtException(
                INTERNAL_ERROR,
                "unexpected address type for disk '%s'".formatted(disk.target().dev()));
    }
}
