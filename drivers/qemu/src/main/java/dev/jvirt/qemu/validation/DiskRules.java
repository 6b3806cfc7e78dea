package dev.jvirt.qemu.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;
import static dev.jvirt.qemu.validation.Refuse.when;

import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskName;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.IoTune;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Disks that QEMU can serve.
final class DiskRules {
    private static final long MAX_LIMIT = 1_000_000_000_000_000L;

    private final Disk disk;
    private final Machine machine;

    private DiskRules(Disk disk, Machine machine) {
        this.disk = disk;
        this.machine = machine;
    }

    static void check(Disk disk, Machine machine) {
        var rules = new DiskRules(disk, machine);
        DiskFrontendRules.check(disk, machine);
        rules.checkThrottling();
        rules.checkSharing();
        var source = Optional.of(disk.source());
        while (source.isPresent() && !(source.get().location() instanceof StorageLocation.None)) {
            StorageSourceRules.check(source.get(), disk.policy().readOnly(), machine);
            source = source.get().backing();
        }
        disk.policy().sharing().temporary().ifPresent(rules::checkTransient);
        rules.checkName();
        unsupportedWhen(
                disk.source().location() instanceof StorageLocation.VhostUser
                        && !machine.has(QemuFlag.VHOST_USER_BLK),
                "vhostuser disk is not supported with this QEMU binary");
        unsupportedWhen(
                disk.source().location() instanceof StorageLocation.VhostUser
                        && !MemoryRules.isShared(machine),
                "'%s' requires shared memory".formatted("vhostuser"));
    }

    private void checkThrottling() {
        var tune = disk.policy().ioTune();
        unsupportedWhen(
                tune.group().isPresent() && !hasLimits(tune),
                "group_name can be configured only together with settings");
        if (tune.group().isPresent()) {
            for (Disk other : machine.definition().devices().disks()) {
                var limits = other.policy().ioTune();
                unsupportedWhen(
                        limits.group().equals(tune.group()) && !limits.equals(tune),
                        "different iotunes for disks %s and %s"
                                .formatted(disk.target().dev(), other.target().dev()));
            }
        }
        boolean tooMuch =
                Stream.of(tune.limits(), tune.peaks())
                        .flatMap(
                                l ->
                                        Stream.of(
                                                l.totalBytes(),
                                                l.readBytes(),
                                                l.writeBytes(),
                                                l.totalIops(),
                                                l.readIops(),
                                                l.writeIops()))
                        .anyMatch(DiskRules::isTooMuch);
        unsupportedWhen(
                tooMuch || isTooMuch(tune.sizeIops()),
                "block I/O throttle limit must be no more than %d using QEMU".formatted(MAX_LIMIT));
    }

    private static boolean isTooMuch(OptionalLong limit) {
        return limit.orElse(0) > MAX_LIMIT;
    }

    private static boolean hasLimits(IoTune tune) {
        return !tune.limits().equals(IoTune.Limits.NONE)
                || !tune.peaks().equals(IoTune.Limits.NONE)
                || !tune.lengths().equals(IoTune.Limits.NONE)
                || tune.sizeIops().isPresent();
    }

    private void checkSharing() {
        boolean raw = disk.source().format().filter(f -> f != StorageFormat.RAW).isEmpty();
        unsupportedWhen(
                disk.policy().shareable() && !disk.policy().readOnly() && !raw,
                "shared access for disk '%s' requires use of supported storage format"
                        .formatted(disk.target().dev()));
    }

    private void checkTransient(DiskPolicy.Transient temporary) {
        String dev = disk.target().dev();
        unsupportedWhen(
                disk.source().isEmpty(), "transient disk '%s' must not be empty".formatted(dev));
        unsupportedWhen(
                disk.policy().readOnly(),
                "transient disk '%s' must not be read-only".formatted(dev));
        unsupportedWhen(
                !(disk.source().location() instanceof StorageLocation.File),
                "transient disk supported only with 'file' type (%s)".formatted(dev));
        unsupportedWhen(
                disk.kind() != Disk.Kind.DISK,
                "transient disk supported only with 'disk' device (%s)".formatted(dev));
        if (temporary.shareBacking().orElse(false)) {
            checkSharedBacking();
        }
    }

    private void checkSharedBacking() {
        boolean destroys = machine.definition().lifecycle().onReboot() == Lifecycle.Action.DESTROY;
        unsupportedWhen(
                destroys && !machine.has(QemuFlag.SET_ACTION),
                "transient disk backing image sharing with destroy action of lifecycle isn't"
                        + " supported by this QEMU binary");
        unsupportedWhen(
                !disk.isOn(Disk.Bus.USB)
                        && !disk.isOn(Disk.Bus.VIRTIO)
                        && !disk.isOn(Disk.Bus.SCSI),
                "disk bus '%s' doesn't support transiend disk backing image sharing"
                        .formatted(disk.bus().map(Word::word).orElse("")));
    }

    private void checkName() {
        var driver = disk.driver().name();
        String dev = disk.target().dev();
        unsupportedWhen(
                driver.filter(d -> !d.equals("qemu")).isPresent(),
                "unsupported driver name '%s' for disk '%s'".formatted(driver.orElse(""), dev));
        when(DiskName.index(dev) < 0, XML_ERROR, "invalid disk target '%s'".formatted(dev));
        when(
                Character.isDigit(dev.charAt(dev.length() - 1)),
                XML_ERROR,
                "invalid disk target '%s', partitions can't appear in disk targets".formatted(dev));
    }
}
