package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.Video.Model;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.OptionalInt;

/// Graphics cards that QEMU has.
final class VideoRules {
    private static final int MIB = 1024;
    private static final int MAX_MEMORY = (int) (0xFFFF_FFFFL / 1024);

    private final Video video;
    private final Machine machine;
    private final String name;

    private VideoRules(Video video, Machine machine) {
        this.video = video;
        this.machine = machine;
        this.name = video.model().map(Word::word).orElse("default");
    }

    static void check(Video video, Machine machine) {
        var rules = new VideoRules(video, machine);
        rules.checkModel();
        rules.checkMemory();
        unsupportedWhen(
                video.resolution().isPresent()
                        && !rules.is(Model.VGA, Model.QXL, Model.VIRTIO, Model.BOCHS),
                "model resolution is not supported");
        rules.checkAcceleration();
    }

    private boolean is(Model... models) {
        for (Model model : models) {
            if (video.is(model)) {
                return true;
            }
        }
        return false;
    }

    private void checkModel() {
        unsupportedWhen(
                !isKnown(),
                "domain configuration does not support video model '%s'".formatted(name));
        unsupportedWhen(
                !video.primary() && !is(Model.QXL, Model.VIRTIO, Model.NONE),
                "video type '%s' is only valid as primary video device".formatted(name));
        unsupportedWhen(
                video.heads().orElse(1) > 1 && !is(Model.QXL, Model.VIRTIO),
                "video type '%s' doesn't support multiple 'heads'".formatted(name));
        unsupportedWhen(
                is(Model.RAMFB) && video.info().address().isPresent(),
                "'address' is not supported for 'ramfb' video devices");
    }

    private boolean isKnown() {
        return switch (video.model().orElse(Model.NONE)) {
            case NONE -> true;
            case VGA -> machine.has(QemuFlag.VGA);
            case CIRRUS -> machine.has(QemuFlag.CIRRUS_VGA);
            case VMVGA -> machine.has(QemuFlag.VMWARE_SVGA);
            case QXL -> machine.has(QemuFlag.QXL);
            case VIRTIO ->
                    machine.has(QemuFlag.VIRTIO_GPU)
                            || machine.has(QemuFlag.VIRTIO_VGA)
                            || machine.has(QemuFlag.VIRTIO_GPU_CCW)
                            || machine.has(QemuFlag.VIRTIO_GPU_GL_PCI)
                            || machine.has(QemuFlag.VIRTIO_VGA_GL);
            case BOCHS -> machine.has(QemuFlag.BOCHS_DISPLAY);
            case RAMFB -> machine.has(QemuFlag.RAMFB);
            case XEN, VBOX, PARALLELS, GOP -> false;
        };
    }

    private void checkMemory() {
        var memory = video.memory();
        unsupportedWhen(
                video.acceleration().flatMap(Video.Acceleration::accel2d).orElse(false),
                "qemu does not support the accel2d setting");
        if (is(Model.QXL)) {
            checkLimit(memory.vram(), "vram");
            checkLimit(memory.ram(), "ram");
            unsupportedWhen(
                    memory.vgaMem().orElse(MIB) < MIB,
                    "value for 'vgamem' must be at least 1 MiB (1024 KiB)");
            unsupportedWhen(
                    Integer.bitCount(memory.vgaMem().orElse(MIB)) != 1,
                    "value for 'vgamem' must be power of two");
        }
        unsupportedWhen(
                is(Model.VGA, Model.VMVGA) && memory.vram().orElse(MIB) < MIB,
                "value for 'vram' must be at least 1 MiB (1024 KiB)");
    }

    private static void checkLimit(OptionalInt size, String attribute) {
        unsupportedWhen(
                size.orElse(0) > MAX_MEMORY,
                "value for '%s' must be less than '%d'".formatted(attribute, MAX_MEMORY));
    }

    private void checkAcceleration() {
        boolean vhostUser =
                video.driver().backend().filter(b -> b == Video.Backend.VHOSTUSER).isPresent();
        if (vhostUser) {
            unsupportedWhen(
                    is(Model.VIRTIO) && !machine.has(QemuFlag.VHOST_USER_GPU),
                    "this QEMU does not support 'vhost-user' video device");
            return;
        }
        boolean accelerated =
                video.acceleration().flatMap(Video.Acceleration::accel3d).orElse(false);
        unsupportedWhen(
                accelerated && !is(Model.VIRTIO),
                "3d acceleration is supported only with 'virtio' video device");
        boolean can =
                machine.has(QemuFlag.VIRTIO_GPU_VIRGL)
                        || machine.has(QemuFlag.VIRTIO_GPU_GL_PCI)
                        || machine.has(QemuFlag.VIRTIO_VGA_GL);
        unsupportedWhen(
                accelerated && !can, "3d acceleration is not supported by this QEMU binary");
    }
}
