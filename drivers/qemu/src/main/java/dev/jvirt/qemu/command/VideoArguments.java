package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Graphics cards.
final class VideoArguments {
    private static final int KIB = 1024;

    private final DomainScope scope;
    private final Video video;

    private VideoArguments(DomainScope scope, Video video) {
        this.scope = scope;
        this.video = video;
    }

    static void add(DomainScope scope, Arguments out) {
        for (Video video : scope.definition().devices().videos()) {
            if (!video.is(Video.Model.NONE)) {
                new VideoArguments(scope, video).add(out);
            }
        }
    }

    private void add(Arguments out) {
        if (isVhostUser()) {
            String alias = DomainScope.alias(video);
            int socket = out.pass(new Descriptor.VhostUserGpu(alias));
            var chardev =
                    JsonObject.builder().put("backend", "socket").put("id", "chr-vu-" + alias);
            out.chardev(chardev.put("fd", socket));
        }
        out.device(properties(), video.info());
    }

    private JsonObject.Builder properties() {
        String driver = video.is(Video.Model.VIRTIO) ? virtioDriver() : driver();
        // A virtio card that is a VGA card too takes no options of virtio devices.
        boolean plain = !video.is(Video.Model.VIRTIO) || driver.contains("-vga");
        var out =
                plain
                        ? JsonObject.builder().put("driver", driver)
                        : VirtioDevices.begin(driver, video.driver().virtio());
        out.put("id", DomainScope.alias(video));
        if (video.is(Video.Model.VIRTIO)) {
            addVirtio(out);
        }
        switch (video.model().orElse(Video.Model.CIRRUS)) {
            case QXL -> addQxl(out);
            case VGA -> {
                if (scope.has(QemuFlag.VGA_VGAMEM_MB)) {
                    putMebibytes("vgamem_mb", video.memory().vram(), out);
                }
            }
            case VMVGA -> {
                if (scope.has(QemuFlag.VMWARE_SVGA_VGAMEM_MB)) {
                    putMebibytes("vgamem_mb", video.memory().vram(), out);
                }
            }
            case BOCHS ->
                    video.memory().vram().ifPresent(vram -> out.put("vgamem", (long) vram * KIB));
            default -> {}
        }
        video.resolution().ifPresent(r -> out.put("xres", r.x()).put("yres", r.y()));
        DeviceAddresses.add(scope, video.info(), out);
        return out;
    }

    private String driver() {
        return switch (video.model().orElse(Video.Model.CIRRUS)) {
            case VGA -> "VGA";
            case CIRRUS -> "cirrus-vga";
            case VMVGA -> "vmware-svga";
            case QXL -> video.primary() ? "qxl-vga" : "qxl";
            case BOCHS -> "bochs-display";
            case RAMFB -> "ramfb";
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "invalid model for video type '%s'"
                                    .formatted(video.model().map(Video.Model::word).orElse("")));
        };
    }

    private boolean isVhostUser() {
        return video.driver().backend().filter(b -> b == Video.Backend.VHOSTUSER).isPresent();
    }

    private boolean isAccelerated() {
        return video.acceleration().flatMap(Video.Acceleration::accel3d).orElse(false);
    }

    /// Only PCs have a virtio card that is a VGA card too.
    private String virtioDriver() {
        boolean vga = video.primary() && Architectures.isX86(scope.arch());
        if (isVhostUser()) {
            return vga && scope.has(QemuFlag.VHOST_USER_VGA)
                    ? "vhost-user-vga"
                    : suffixed("vhost-user-gpu");
        }
        if (isAccelerated() && scope.has(QemuFlag.VIRTIO_GPU_GL_PCI)) {
            return vga && scope.has(QemuFlag.VIRTIO_VGA_GL)
                    ? "virtio-vga-gl"
                    : suffixed("virtio-gpu-gl");
        }
        return vga && scope.has(QemuFlag.VIRTIO_VGA) ? "virtio-vga" : suffixed("virtio-gpu");
    }

    private String suffixed(String base) {
        return VirtioDevices.driver(base, video.info(), Optional.of(VirtioModel.VIRTIO));
    }

    private void addVirtio(JsonObject.Builder out) {
        boolean old = !scope.has(QemuFlag.VIRTIO_GPU_GL_PCI) && !isVhostUser();
        if (old && isAccelerated()) {
            out.put("virgl", true);
        }
        out.putNumber("max_outputs", video.heads());
        if (isVhostUser()) {
            out.put("chardev", "chr-vu-" + DomainScope.alias(video));
        }
    }

    private void addQxl(JsonObject.Builder out) {
        out.putNumber("max_outputs", video.heads());
        var memory = video.memory();
        memory.ram().ifPresent(ram -> out.put("ram_size", (long) ram * KIB));
        memory.vram().ifPresent(vram -> out.put("vram_size", (long) vram * KIB));
        if (scope.has(QemuFlag.QXL_VRAM64_SIZE_MB)) {
            out.put("vram64_size_mb", memory.vram64().orElse(0) / KIB);
        }
        if (scope.has(QemuFlag.QXL_VGAMEM_MB)) {
            putMebibytes("vgamem_mb", memory.vgaMem(), out);
        }
    }

    private static void putMebibytes(
            String name, java.util.OptionalInt kibibytes, JsonObject.Builder out) {
        kibibytes.ifPresent(size -> out.put(name, size / KIB));
    }
}
