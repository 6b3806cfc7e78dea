package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.domain.VirtioOptions;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// What all virtio devices have in common.
final class VirtioDevices {
    private VirtioDevices() {}

    /// QEMU's name of a device, which tells the bus and the interface it has there.
    static String driver(String base, DeviceInfo info, Optional<VirtioModel> model) {
        var wanted = model.orElse(VirtioModel.VIRTIO);
        if (info.address().orElse(null) instanceof Address.Pci) {
            return switch (wanted) {
                case VIRTIO -> base + "-pci";
                case VIRTIO_TRANSITIONAL -> base + "-pci-transitional";
                case VIRTIO_NON_TRANSITIONAL -> base + "-pci-non-transitional";
            };
        }
        if (wanted != VirtioModel.VIRTIO) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "virtio (non-)transitional models are not supported for address type=%s"
                            .formatted(info.address().map(Address::type).orElse("none")));
        }
        return base + suffix(info);
    }

    private static String suffix(DeviceInfo info) {
        return switch (info.address().orElse(null)) {
            case Address.Ccw _ -> "-ccw";
            case Address.VirtioMmio _ -> "-device";
            case Address.Drive _, Address.Unassigned _ -> "";
            case null -> "";
            default -> "-" + info.address().get().type();
        };
    }

    /// A device's properties, begun with its driver and the options of all virtio devices.
    static JsonObject.Builder begin(String driver, VirtioOptions options) {
        var out = JsonObject.builder().put("driver", driver);
        out.putBoolean("iommu_platform", options.iommu());
        out.putBoolean("ats", options.ats());
        out.putBoolean("packed", options.packed());
        out.putBoolean("page-per-vq", options.pagePerVq());
        return out;
    }
}
