package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.DiskDriver;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.json.JsonNull;
import dev.jvirt.qemu.json.JsonObject;

import java.util.Optional;

/// The block nodes of one image: the storage, perhaps a part of it, and the format on top.
///
/// @param name the beginning of all node names, such as `libvirt-1`
/// @param options how the disk that owns the image opens all images
record StorageNodes(String name, StorageSource image, ImageOptions options) {
    /// How images are opened.
    ///
    /// @param discard what becomes of blocks that the guest discards
    record ImageOptions(
            boolean readOnly,
            Optional<DiskDriver.Cache> cache,
            Optional<DiskDriver.Io> io,
            DiskDriver.Discard discard) {
        /// How the image is opened on which this one is based.
        ImageOptions ofBacking() {
            var nothing = new DiskDriver.Discard(Optional.empty(), Optional.empty());
            return new ImageOptions(true, cache, io, nothing);
        }
    }

    String storageName() {
        return name + "-storage";
    }

    String formatName() {
        return name + "-format";
    }

    String sliceName() {
        return name + "-slice-sto";
    }

    /// Whether a part of the storage needs a node of its own: only raw images have offsets.
    boolean hasSliceNode() {
        return image.slice().isPresent() && !isPlainRaw();
    }

    private boolean isPlainRaw() {
        return format() == StorageFormat.RAW && image.access().encryption().isEmpty();
    }

    private StorageFormat format() {
        return image.format().orElse(StorageFormat.RAW);
    }

    JsonObject storage() {
        var out = location();
        out.put("node-name", storageName());
        addCache(out);
        return out.put("auto-read-only", true).put("discard", "unmap").build();
    }

    private JsonObject.Builder location() {
        return switch (image.location()) {
            case StorageLocation.File file -> file("file", file.path().orElse(""));
            case StorageLocation.Block block -> file("host_device", block.path().orElse(""));
            case StorageLocation.Directory directory -> directory(directory);
            case StorageLocation.Nvme nvme ->
                    JsonObject.builder()
                            .put("driver", "nvme")
                            .put("device", place(nvme.address()))
                            .put("namespace", nvme.namespace());
            case NetworkStorage _,
                    StorageLocation.None _,
                    StorageLocation.Volume _,
                    StorageLocation.VhostUser _ ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "storage source of type '%s' has no block node"
                                    .formatted(image.location().type()));
        };
    }

    private static String place(Address.Pci address) {
        return DeviceAddresses.text(address);
    }

    private JsonObject.Builder file(String driver, String path) {
        var out = JsonObject.builder().put("driver", driver).put("filename", path);
        options.io().ifPresent(io -> out.put("aio", io.word()));
        return out;
    }

    /// A directory is shown as a disk with a FAT file system.
    private JsonObject.Builder directory(StorageLocation.Directory directory) {
        return JsonObject.builder()
                .put("driver", "vvfat")
                .put("dir", directory.path().orElse(""))
                .put("floppy", false)
                .put("rw", !options.readOnly());
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

    JsonObject slice() {
        var slice = image.slice().orElseThrow();
        var out = JsonObject.builder().put("driver", "raw").put("node-name", sliceName());
        out.put("offset", slice.offset()).put("size", slice.size());
        out.put("file", storageName()).put("auto-read-only", true).put("discard", "unmap");
        addCache(out);
        return out.build();
    }

    /// The node that understands the image.
    ///
    /// @param backing the node it is based on; an empty name if it is based on none, absent if QEMU
    ///     finds out itself
    JsonObject format(Optional<String> backing) {
        var out = JsonObject.builder().put("node-name", formatName());
        out.put("read-only", options.readOnly());
        addCache(out);
        options.discard().mode().ifPresent(m -> out.put("discard", m.word()));
        options.discard().detectZeroes().ifPresent(z -> out.put("detect-zeroes", z.word()));
        addDriver(out);
        out.put("file", hasSliceNode() ? sliceName() : storageName());
        backing.ifPresent(
                node -> {
                    if (node.isEmpty()) {
                        out.put("backing", JsonNull.NULL);
                    } else {
                        out.put("backing", node);
                    }
                });
        return out.build();
    }

    private void addDriver(JsonObject.Builder out) {
        switch (format()) {
            case RAW, ISO -> out.put("driver", "raw");
            case FAT, DIR -> out.put("driver", "raw");
            case QCOW2 -> {
                out.put("driver", "qcow2");
                out.putNumber("cache-size", image.metadataCache());
            }
            case QCOW, QED, VMDK, VDI, VPC, BOCHS, CLOOP, DMG, VHD, PLOOP ->
                    out.put("driver", driverName());
            case COW ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "unsupported format '%s'".formatted(format().word()));
        }
        if (format() == StorageFormat.RAW && !hasSliceNode() && image.slice().isPresent()) {
            out.put("offset", image.slice().get().offset());
            out.put("size", image.slice().get().size());
        }
    }

    private String driverName() {
        return switch (format()) {
            case PLOOP -> "parallels";
            case VHD -> "vpc";
            default -> format().word();
        };
    }
}
