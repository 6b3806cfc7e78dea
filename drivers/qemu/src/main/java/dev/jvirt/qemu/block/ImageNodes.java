package dev.jvirt.qemu.block;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.DiskDriver;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.Reservations;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.json.JsonNull;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// The block nodes of one image: the storage, perhaps a part of it, and the format on top.
///
/// @param name the beginning of all node names, such as `libvirt-1`
public record ImageNodes(String name, StorageSource image, ImageOptions options) {
    /// The node of the storage.
    public String storageName() {
        return name + "-storage";
    }

    /// The node of the format, which is the one to use.
    public String formatName() {
        return name + "-format";
    }

    private String sliceName() {
        return name + "-slice-sto";
    }

    /// The names of the objects that the nodes refer to.
    public ObjectNames objects() {
        boolean managed = image.access().reservations().filter(Reservations::managed).isPresent();
        return ObjectNames.of(name, managed);
    }

    /// Whether a part of the storage needs a node of its own: only raw images have offsets.
    public boolean hasSlice() {
        return image.slice().isPresent() && !isPlainRaw();
    }

    private boolean isPlainRaw() {
        return format() == StorageFormat.RAW && encryption().isEmpty();
    }

    private StorageFormat format() {
        return image.format().orElse(StorageFormat.RAW);
    }

    /// The encryption, if QEMU decrypts.
    private Optional<StorageEncryption> encryption() {
        return image.access()
                .encryption()
                .filter(e -> e.engine().filter(ImageNodes::isLibrbd).isEmpty());
    }

    static boolean isLibrbd(StorageEncryption.Engine engine) {
        return engine == StorageEncryption.Engine.LIBRBD;
    }

    /// The properties of the storage node.
    public JsonObject storage() {
        var out = location();
        out.put("node-name", storageName());
        addCache(out);
        return out.put("auto-read-only", true).put("discard", "unmap").build();
    }

    /// The place of the image alone.
    public JsonObject.Builder location() {
        return switch (image.location()) {
            case StorageLocation.File file -> file("file", file.path().orElse(""));
            case StorageLocation.Block block -> device(block);
            case StorageLocation.Directory directory -> directory(directory);
            case StorageLocation.Nvme nvme -> nvme(nvme);
            case NetworkStorage network ->
                    new NetworkLocation(network, image, objects()).properties();
            case StorageLocation.None _, StorageLocation.Volume _, StorageLocation.VhostUser _ ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "storage source of type '%s' has no block node"
                                    .formatted(image.location().type()));
        };
    }

    private JsonObject.Builder device(StorageLocation.Block block) {
        String driver = options.hostCdrom() ? "host_cdrom" : "host_device";
        return file(driver, block.path().orElse(""));
    }

    private JsonObject.Builder file(String driver, String path) {
        var out = JsonObject.builder().put("driver", driver).put("filename", path);
        options.io().ifPresent(io -> out.put("aio", io.word()));
        if (image.access().reservations().isPresent()) {
            out.put("pr-manager", objects().reservations());
        }
        return out;
    }

    /// A directory is shown as a disk with a FAT file system.
    private JsonObject.Builder directory(StorageLocation.Directory directory) {
        return JsonObject.builder()
                .put("driver", "vvfat")
                .put("dir", directory.path().orElse(""))
                .put("floppy", options.floppy())
                .put("rw", false);
    }

    private static JsonObject.Builder nvme(StorageLocation.Nvme nvme) {
        Address.Pci address = nvme.address();
        return JsonObject.builder()
                .put("driver", "nvme")
                .put(
                        "device",
                        "%04x:%02x:%02x.%d"
                                .formatted(
                                        address.domain(),
                                        address.bus(),
                                        address.slot(),
                                        address.function()))
                .put("namespace", nvme.namespace());
    }

    private void addCache(JsonObject.Builder out) {
        options.cache()
                .ifPresent(
                        cache -> {
                            boolean direct =
                                    cache == DiskDriver.Cache.NONE
                                            || cache == DiskDriver.Cache.DIRECTSYNC;
                            var flags = JsonObject.builder().put("direct", direct);
                            flags.put("no-flush", cache == DiskDriver.Cache.UNSAFE);
                            out.put("cache", flags.build());
                        });
    }

    /// The properties of the node of a part of the storage.
    public JsonObject slice() {
        var slice = image.slice().orElseThrow();
        var out = JsonObject.builder().put("driver", "raw").put("node-name", sliceName());
        out.put("offset", slice.offset()).put("size", slice.size());
        out.put("file", storageName()).put("auto-read-only", true).put("discard", "unmap");
        addCache(out);
        return out.build();
    }

    /// The properties of the node that understands the image.
    ///
    /// @param backing the node it is based on; an empty name if it is based on none, absent if QEMU
    ///     finds out itself
    public JsonObject format(Optional<String> backing) {
        var out = JsonObject.builder().put("node-name", formatName());
        out.put("read-only", options.readOnly());
        addCache(out);
        options.discard().mode().ifPresent(m -> out.put("discard", m.word()));
        options.discard().detectZeroes().ifPresent(z -> out.put("detect-zeroes", zeroes(z)));
        addDriver(out);
        out.put("file", hasSlice() ? sliceName() : storageName());
        backing.filter(_ -> canHaveBacking())
                .ifPresent(
                        node -> {
                            if (node.isEmpty()) {
                                out.put("backing", JsonNull.NULL);
                            } else {
                                out.put("backing", node);
                            }
                        });
        return out.build();
    }

    /// Zeroes become holes only where discarded blocks do.
    private String zeroes(DiskDriver.DetectZeroes mode) {
        boolean holes =
                options.discard().mode().filter(m -> m == DiskDriver.DiscardMode.UNMAP).isPresent();
        return mode == DiskDriver.DetectZeroes.UNMAP && !holes ? "on" : mode.word();
    }

    private boolean canHaveBacking() {
        return switch (format()) {
            case COW, QCOW, QCOW2, QED, VMDK -> true;
            default -> false;
        };
    }

    private void addDriver(JsonObject.Builder out) {
        switch (format()) {
            case RAW -> addRaw(out);
            case FAT, DIR, ISO -> out.put("driver", "raw");
            case QCOW2 -> {
                out.put("driver", "qcow2");
                encryption().ifPresent(e -> out.put("encrypt", encrypt(e)));
                out.putNumber("cache-size", image.metadataCache());
            }
            case QCOW -> {
                out.put("driver", "qcow");
                encryption().ifPresent(e -> out.put("encrypt", encrypt(e)));
            }
            case QED, VMDK, VDI, VPC, BOCHS, CLOOP, DMG -> out.put("driver", format().word());
            case VHD -> out.put("driver", "vpc");
            case PLOOP -> out.put("driver", "parallels");
            case COW ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "unsupported format '%s'".formatted(format().word()));
        }
    }

    private void addRaw(JsonObject.Builder out) {
        if (encryption().isPresent()) {
            out.put("driver", "luks").put("key-secret", objects().encryption());
            return;
        }
        out.put("driver", "raw");
        image.slice()
                .ifPresent(slice -> out.put("offset", slice.offset()).put("size", slice.size()));
    }

    private JsonObject encrypt(StorageEncryption encryption) {
        boolean old = encryption.format() == StorageEncryption.Format.QCOW;
        return JsonObject.builder()
                .put("format", old ? "aes" : "luks")
                .put("key-secret", objects().encryption())
                .build();
    }
}
