package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.Video;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.OptionalInt;

/// Model and memory of a graphics card.
final class VideoCompletion {
    private static final int QXL_VGA_MEMORY = 16 * 1024;

    private VideoCompletion() {}

    static Video fill(
            Video given, String arch, MachineFamily family, QemuCapabilities capabilities) {
        var video =
                given.model().isPresent()
                        ? given
                        : given.withModel(defaultModel(arch, family, capabilities));
        var memory = video.memory();
        if (video.is(Video.Model.QXL) && memory.vgaMem().isEmpty()) {
            video =
                    video.withMemory(
                            new Video.Memory(
                                    memory.ram(),
                                    memory.vram(),
                                    memory.vram64(),
                                    OptionalInt.of(QXL_VGA_MEMORY)));
        }
        return video;
    }

    private static Video.Model defaultModel(
            String arch, MachineFamily family, QemuCapabilities capabilities) {
        if (Architectures.isPpc64(arch)) {
            return Video.Model.VGA;
        }
        if (family == MachineFamily.ARM_VIRT
                || family == MachineFamily.RISCV_VIRT
                || Architectures.isS390(arch)) {
            return Video.Model.VIRTIO;
        }
        if (capabilities.has(QemuFlag.CIRRUS_VGA)) {
            return Video.Model.CIRRUS;
        }
        return capabilities.has(QemuFlag.VGA) ? Video.Model.VGA : Video.Model.CIRRUS;
    }
}
