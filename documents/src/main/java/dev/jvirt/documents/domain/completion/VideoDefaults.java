package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.VirtType;
import java.util.OptionalInt;

/// Memory of graphics cards, in KiB.
public final class VideoDefaults {
    private VideoDefaults() {}

    static Video fill(Video video, VirtType type) {
        var memory = video.memory();
        OptionalInt ram = memory.ram();
        if (ram.isEmpty() && video.is(Video.Model.QXL)) {
            ram = defaultMemory(video, type);
        }
        OptionalInt vram = memory.vram().isEmpty() ? defaultMemory(video, type) : memory.vram();
        var filled =
                new Video.Memory(
                        DeviceDefaults.rounded(ram),
                        DeviceDefaults.rounded(vram),
                        memory.vram64(),
                        memory.vgaMem());
        return filled.equals(memory) ? video : video.withMemory(filled);
    }

    /// How much memory a card has if the document does not say.
    public static OptionalInt defaultMemory(Video video, VirtType type) {
        if (video.model().isEmpty()) {
            return OptionalInt.empty();
        }
        return switch (video.model().get()) {
            case VGA, CIRRUS, VMVGA ->
                    OptionalInt.of(
                            switch (type) {
                                case VBOX -> 8 * 1024;
                                case VMWARE -> 4 * 1024;
                                default -> 16 * 1024;
                            });
            case BOCHS -> OptionalInt.of(16 * 1024);
            case XEN -> OptionalInt.of(4 * 1024);
            case QXL -> OptionalInt.of(64 * 1024);
            case VBOX, PARALLELS, VIRTIO, GOP, NONE, RAMFB -> OptionalInt.empty();
        };
    }

    static boolean isNone(Video video) {
        return video.is(Video.Model.NONE);
    }

    /// No card has nothing but its alias.
    static Video bare(Video video) {
        var info = video.info().alias().map(DeviceInfo.NONE::withAlias).orElse(DeviceInfo.NONE);
        return new Video(Video.Model.NONE).withInfo(info);
    }
}
