package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.block.ImageNodes;
import dev.jvirt.qemu.block.ImageObjects;
import dev.jvirt.qemu.block.ImageOptions;
import dev.jvirt.qemu.block.TlsCredentials;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Disks: the images as block nodes, and the devices that show them to the guest.
final class DiskArguments {
    private final DomainScope scope;
    private final Arguments out;

    private DiskArguments(DomainScope scope, Arguments out) {
        this.scope = scope;
        this.out = out;
    }

    static void add(DomainScope scope, Arguments out) {
        var arguments = new DiskArguments(scope, out);
        arguments.addFloppyOrder();
        for (Disk disk : scope.definition().devices().disks()) {
            if (!isPluggedLater(disk)) {
                arguments.add(disk);
            }
        }
    }

    /// Disks that drop their changes on an image which others use too get an overlay first.
    private static boolean isPluggedLater(Disk disk) {
        return disk.policy()
                .sharing()
                .temporary()
                .flatMap(DiskPolicy.Transient::shareBacking)
                .orElse(false);
    }

    /// Floppy drives have no boot index of their own; their controller has one for each.
    private void addFloppyOrder() {
        boolean any = false;
        var controller = JsonObject.builder().put("driver", "isa-fdc");
        boolean explicit = scope.family() != MachineFamily.I440FX;
        for (Disk disk : scope.definition().devices().disks()) {
            if (disk.isOn(Disk.Bus.FDC)) {
                if (scope.family() == MachineFamily.PSERIES) {
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "PowerPC pseries machines do not support floppy device");
                }
                any = true;
                var place = scope.boot().of(disk);
                if (place.isPresent()) {
                    String property = "bootindex" + (unit(disk) == 0 ? "A" : "B");
                    controller.put(property, place.getAsInt());
                    if (!explicit) {
                        out.add("-global", "isa-fdc.%s=%d".formatted(property, place.getAsInt()));
                    }
                }
            }
        }
        if (any && explicit) {
            out.device(controller);
        }
    }

    private static int unit(Disk disk) {
        return DiskDevices.drive(disk).unit();
    }

    private void add(Disk disk) {
        if (disk.isOn(Disk.Bus.SD)) {
            addSdCard(disk);
            return;
        }
        var device = new DiskDevices(scope, disk);
        if (disk.source().location() instanceof StorageLocation.VhostUser helper) {
            String chardev = "chr-vu-" + DomainScope.alias(disk);
            var source = new CharSource.Unix(false, Optional.of(helper.path()), helper.reconnect());
            new CharArguments(scope, out).addHelper(chardev, DomainScope.alias(disk), source);
            out.device(device.properties("chardev", chardev), disk.info());
            return;
        }
        String drive = disk.source().isEmpty() ? "" : addImages(disk);
        out.device(device.properties("drive", drive), disk.info());
    }

    private void addSdCard(Disk disk) {
        var options = JsonObject.builder();
        options.put("file", disk.source().path().orElse(""));
        disk.source().format().ifPresent(format -> options.put("format", format.word()));
        options.put("if", "sd");
        options.put("index", dev.jvirt.documents.domain.DiskName.index(disk.target().dev()));
        options.putTrue("readonly", disk.policy().readOnly());
        out.options("-drive", options);
    }

    /// Adds the images of a disk and returns the name of the node that its device uses.
    private String addImages(Disk disk) {
        boolean hostCdrom =
                disk.kind() == Disk.Kind.CDROM
                        && disk.source().location() instanceof StorageLocation.Block block
                        && block.path().filter(scope.context().host()::isCdrom).isPresent();
        var options = ImageOptions.of(disk).withHostCdrom(hostCdrom);
        String top = addImage(disk, disk.source(), options);
        if (!disk.driver().features().copyOnRead().orElse(false)) {
            return top;
        }
        String name = "libvirt-CoR-" + disk.target().dev();
        out.blockdev(
                JsonObject.builder()
                        .put("driver", "copy-on-read")
                        .put("node-name", name)
                        .put("file", top)
                        .put("discard", "unmap")
                        .build());
        return name;
    }

    private String addImage(Disk disk, StorageSource image, ImageOptions options) {
        Optional<String> backing = Optional.empty();
        if (image.backing().isPresent()) {
            var next = image.backing().get();
            backing =
                    Optional.of(
                            next.location() instanceof StorageLocation.None
                                    ? ""
                                    : addImage(disk, next, options.ofBacking()));
        }
        var nodes = new ImageNodes("libvirt-" + image.index(), image, options);
        new ImageObjects(image, nodes.objects(), scope.context().secrets(), tls(image))
                .all()
                .forEach(out::object);
        out.blockdev(nodes.storage());
        if (nodes.hasSlice()) {
            out.blockdev(nodes.slice());
        }
        out.blockdev(nodes.format(backing));
        return nodes.formatName();
    }

    private TlsCredentials tls(StorageSource image) {
        var settings = scope.context().settings();
        boolean vxhs =
                image.location() instanceof NetworkStorage network
                        && network.protocol() == NetworkStorage.Protocol.VXHS;
        return (vxhs ? settings.vxhsTls() : settings.nbdTls()).credentials();
    }
}
