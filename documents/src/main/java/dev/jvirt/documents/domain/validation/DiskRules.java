package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IoTune;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StartupPolicy;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.documents.xml.MissingInformation;
import dev.jvirt.documents.xml.Word;
import java.util.Optional;

/// Rules of one disk.
final class DiskRules {
    private static final int MAX_VENDOR = 8;
    private static final int MAX_PRODUCT = 16;
    private static final int WWN_DIGITS = 16;

    private final Disk disk;
    private final DomainDefinition definition;
    private final String name;

    DiskRules(Disk disk, DomainDefinition definition) {
        this.disk = disk;
        this.definition = definition;
        this.name = disk.target().dev();
    }

    void check() {
        checkTarget();
        StorageRules.check(disk.source());
        checkKind();
        checkLimits();
        checkBus();
        if (disk.source().location() instanceof StorageLocation.Nvme nvme) {
            unsupportedWhen(nvme.namespace() == 0, "NVMe namespace can't be zero");
        }
        if (disk.source().location() instanceof StorageLocation.VhostUser) {
            VhostUserDiskRules.check(disk);
        }
        checkLabels();
        checkAppearance();
        checkNames();
    }

    private void checkTarget() {
        if (!name.isEmpty()) {
            return;
        }
        String what =
                disk.source().location() instanceof StorageLocation.Volume volume
                                && volume.reference().isPresent()
                        ? "pool = '%s', volume = '%s'"
                                .formatted(
                                        volume.reference().get().pool(),
                                        volume.reference().get().volume())
                        : disk.source().pathOrName().orElse("");
        throw MissingInformation.target(what);
    }

    private void checkKind() {
        var scsi = disk.policy().scsi();
        unsupportedWhen(
                scsi.sgIo().filter(s -> s == DiskPolicy.SgIo.UNFILTERED).isPresent(),
                "unfiltered sgio is no longer supported");
        if (disk.kind() == Disk.Kind.LUN) {
            StorageRules.checkLun(disk.source());
            return;
        }
        unsupportedWhen(
                disk.source().access().reservations().isPresent(),
                "<reservations/> allowed only for lun devices");
        unsupportedWhen(scsi.rawIo().isPresent(), "rawio can be used only with device='lun'");
        unsupportedWhen(scsi.sgIo().isPresent(), "sgio can be used only with device='lun'");
    }

    private void checkLimits() {
        checkLimits(disk.policy().ioTune().limits(), "");
        checkLimits(disk.policy().ioTune().peaks(), "_max");
    }

    private static void checkLimits(IoTune.Limits limits, String suffix) {
        boolean bytes = limits.readBytes().isPresent() || limits.writeBytes().isPresent();
        when(
                limits.totalBytes().isPresent() && bytes,
                XML_ERROR,
                "total and read/write bytes_sec%s cannot be set at the same time",
                suffix);
        boolean iops = limits.readIops().isPresent() || limits.writeIops().isPresent();
        when(
                limits.totalIops().isPresent() && iops,
                XML_ERROR,
                "total and read/write iops_sec%s cannot be set at the same time",
                suffix);
    }

    private void checkBus() {
        var bus = disk.bus().orElse(Disk.Bus.IDE);
        var address = disk.info().address();
        boolean drive =
                switch (bus) {
                    case IDE, FDC, SCSI, SATA -> true;
                    case VIRTIO, XEN, USB, UML, SD -> false;
                };
        unsupportedWhen(
                drive && address.filter(a -> !(a instanceof Address.Drive)).isPresent(),
                "Invalid address type '%s' for the disk '%s' with the bus type '%s'",
                address.map(Address::type).orElse(""),
                name,
                bus.word());
        if (bus == Disk.Bus.VIRTIO) {
            return;
        }
        var driver = disk.driver();
        unsupportedWhen(
                disk.policy().model().isPresent(),
                "disk model '%s' not supported for bus '%s'",
                disk.policy().model().map(Word::word).orElse(""),
                bus.word());
        unsupportedWhen(
                driver.queues().count().isPresent(),
                "queues attribute in disk driver element is only supported by virtio-blk");
        unsupportedWhen(
                driver.features().eventIdx().isPresent(),
                "disk event_idx mode supported only for virtio bus");
        unsupportedWhen(
                driver.features().ioEventFd().isPresent(),
                "disk ioeventfd mode supported only for virtio bus");
        VirtioRules.refuse(driver.virtio());
    }

    private void checkLabels() {
        var image = Optional.of(disk.source());
        while (image.isPresent()) {
            LabelRules.check(image.get().access().labels(), definition);
            image = image.get().backing();
        }
    }

    private void checkAppearance() {
        boolean removable = disk.kind() == Disk.Kind.FLOPPY || disk.kind() == Disk.Kind.CDROM;
        unsupportedWhen(
                disk.target().trayOpen() && !removable, "tray is only valid for cdrom and floppy");
        checkText(disk.appearance().vendor(), "vendor", MAX_VENDOR);
        checkText(disk.appearance().product(), "product", MAX_PRODUCT);
    }

    private static void checkText(Optional<String> text, String what, int max) {
        if (text.isEmpty()) {
            return;
        }
        when(!Texts.isPrintable(text.get()), XML_ERROR, "disk %s is not printable string", what);
        unsupportedWhen(text.get().length() > max, "disk %s is more than %d characters", what, max);
    }

    private void checkNames() {
        boolean floppy = disk.kind() == Disk.Kind.FLOPPY;
        String bus = disk.bus().map(Word::word).orElse("none");
        when(
                floppy && !disk.isOn(Disk.Bus.FDC),
                INTERNAL_ERROR,
                "Invalid bus type '%s' for floppy disk",
                bus);
        when(
                !floppy && disk.isOn(Disk.Bus.FDC),
                INTERNAL_ERROR,
                "Invalid bus type '%s' for disk",
                bus);
        when(
                disk.target().removable().isPresent() && !disk.isOn(Disk.Bus.USB),
                XML_ERROR,
                "removable is only valid for usb disks");
        disk.policy().startupPolicy().ifPresent(this::checkStartupPolicy);
        disk.appearance().wwn().ifPresent(DiskRules::checkWwn);
        boolean hard = disk.kind() == Disk.Kind.DISK || disk.kind() == Disk.Kind.LUN;
        when(
                hard && !hasPrefix("hd", "sd", "vd", "xvd", "ubd"),
                INTERNAL_ERROR,
                "Invalid harddisk device name: %s",
                name);
        when(floppy && !hasPrefix("fd"), INTERNAL_ERROR, "Invalid floppy device name: %s", name);
        if (disk.kind() == Disk.Kind.DISK && disk.source().isEmpty()) {
            throw MissingInformation.source(name);
        }
    }

    private boolean hasPrefix(String... prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private void checkStartupPolicy(StartupPolicy policy) {
        StorageSource source = disk.source();
        boolean remote =
                source.location() instanceof NetworkStorage
                        || source.location() instanceof StorageLocation.VhostUser
                        || source.location() instanceof StorageLocation.Nvme;
        when(
                remote,
                XML_ERROR,
                "disk startupPolicy '%s' is not allowed for disk of '%s' type",
                policy.word(),
                source.location().type());
        boolean removable = disk.kind() == Disk.Kind.FLOPPY || disk.kind() == Disk.Kind.CDROM;
        when(
                policy == StartupPolicy.REQUISITE && !removable,
                XML_ERROR,
                "disk startupPolicy 'requisite' is allowed only for cdrom or floppy");
    }

    private static void checkWwn(String wwn) {
        String digits = wwn.startsWith("0x") ? wwn.substring(2) : wwn;
        boolean valid = digits.length() == WWN_DIGITS;
        for (int i = 0; i < digits.length(); i++) {
            valid &= Character.digit(digits.charAt(i), 16) >= 0;
        }
        when(!valid, INTERNAL_ERROR, "Malformed wwn: %s", wwn);
    }
}
