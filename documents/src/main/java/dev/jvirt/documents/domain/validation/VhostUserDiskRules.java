package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.IoTune;

/// Rules of disks that another process serves: nearly nothing can be set.
final class VhostUserDiskRules {
    private VhostUserDiskRules() {}

    static void check(Disk disk) {
        unsupportedWhen(!disk.isOn(Disk.Bus.VIRTIO), "vhostuser disk supports only virtio bus");
        unsupportedWhen(
                disk.policy().snapshot().filter(s -> s == DiskPolicy.Snapshot.NO).isEmpty(),
                "only snapshot=no is supported with vhostuser disk");
        checkDriver(disk);
        checkSource(disk);
        checkAppearance(disk);
    }

    private static void checkDriver(Disk disk) {
        var driver = disk.driver();
        refuse(driver.cache().isPresent(), "cache");
        refuse(
                driver.errors().write().isPresent() || driver.errors().read().isPresent(),
                "error_policy");
        refuse(driver.io().isPresent(), "io");
        refuse(driver.features().ioEventFd().isPresent(), "ioeventfd");
        refuse(driver.features().copyOnRead().isPresent(), "copy_on_read");
        refuse(driver.discard().mode().isPresent(), "discard");
        refuse(driver.queues().ioThread().isPresent(), "iothread");
        refuse(driver.discard().detectZeroes().isPresent(), "detect_zeroes");
        refuse(disk.source().metadataCache().isPresent(), "metadata_cache");
        refuse(!disk.policy().ioTune().equals(IoTune.NONE), "iotune");
    }

    private static void checkSource(Disk disk) {
        refuse(disk.source().backing().isPresent(), "backingStore");
        refuse(disk.source().access().encryption().isPresent(), "encryption");
        refuse(disk.policy().readOnly(), "readonly");
        refuse(disk.policy().shareable(), "shareable");
        refuse(disk.policy().sharing().temporary().isPresent(), "transient");
    }

    private static void checkAppearance(Disk disk) {
        var appearance = disk.appearance();
        refuse(appearance.serial().isPresent(), "serial");
        refuse(appearance.wwn().isPresent(), "wwn");
        refuse(appearance.vendor().isPresent(), "vendor");
        refuse(appearance.product().isPresent(), "product");
        refuse(disk.source().access().authentication().isPresent(), "auth");
        refuse(appearance.geometry().isPresent(), "geometry");
        refuse(
                appearance.logicalBlockSize().isPresent()
                        || appearance.physicalBlockSize().isPresent(),
                "blockio");
    }

    private static void refuse(boolean wrong, String what) {
        unsupportedWhen(wrong, "%s is not supported with vhostuser disk", what);
    }
}
