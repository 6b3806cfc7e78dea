package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Address;
import java.util.OptionalInt;

/// What has to be known of the PCI devices of the host.
public interface HostPci {
    /// A host about whose devices nothing is known: all count as PCI Express.
    HostPci UNKNOWN = new HostPci() {};

    /// Whether a device is a PCI Express device. Most are, so a device that is not there counts as
    /// one.
    default boolean isExpress(Address.Pci device) {
        return true;
    }

    /// The IOMMU group of a device; absent if it has none or is not there.
    default OptionalInt iommuGroup(Address.Pci device) {
        return OptionalInt.empty();
    }
}
