package dev.jvirt.qemu.address;

import java.util.EnumSet;
import java.util.Set;

/// What a device needs of the PCI bus it is plugged into, and what a bus offers.
enum PciConnection {
    /// Addresses on the bus may be chosen automatically.
    AUTO_ASSIGN(""),
    /// Devices come and go while the guest runs.
    HOT_PLUG(""),
    /// The device is part of the root bus.
    INTEGRATED(""),
    /// Several functions of one slot may be different devices.
    SHARED_SLOT(""),
    PCI_DEVICE("standard PCI device"),
    PCIE_DEVICE("PCI Express device"),
    PCIE_ROOT_PORT("pcie-root-port"),
    PCIE_SWITCH_UPSTREAM_PORT("pcie-switch-upstream-port"),
    PCIE_SWITCH_DOWNSTREAM_PORT("pcie-switch-downstream-port"),
    DMI_TO_PCI_BRIDGE("dmi-to-pci-bridge"),
    PCIE_TO_PCI_BRIDGE("pcie-to-pci-bridge"),
    PCI_EXPANDER_BUS("pci-expander-bus"),
    PCIE_EXPANDER_BUS("pcie-expander-bus"),
    PCI_BRIDGE("pci-bridge");

    private static final Set<PciConnection> TYPES = EnumSet.range(PCI_DEVICE, PCI_BRIDGE);

    private final String text;

    PciConnection(String text) {
        this.text = text;
    }

    /// What messages call it.
    String text() {
        return text;
    }

    /// Whether it is a kind of plug, not a quality.
    boolean isType() {
        return TYPES.contains(this);
    }

    /// Whether some kind of plug is in both.
    static boolean fits(Set<PciConnection> device, Set<PciConnection> bus) {
        for (PciConnection connection : device) {
            if (connection.isType() && bus.contains(connection)) {
                return true;
            }
        }
        return false;
    }

    /// The first kind of plug that a device has.
    static PciConnection typeOf(Set<PciConnection> device) {
        for (PciConnection connection : device) {
            if (connection.isType()) {
                return connection;
            }
        }
        return PCI_DEVICE;
    }

    /// What a controller of that model is plugged in as; nothing for root buses.
    static Set<PciConnection> ofController(String model) {
        return switch (model) {
            case "pci-bridge" -> EnumSet.of(PCI_BRIDGE);
            case "pci-expander-bus" -> EnumSet.of(PCI_EXPANDER_BUS);
            case "pcie-expander-bus" -> EnumSet.of(PCIE_EXPANDER_BUS);
            case "dmi-to-pci-bridge" -> EnumSet.of(DMI_TO_PCI_BRIDGE);
            case "pcie-to-pci-bridge" -> EnumSet.of(PCIE_TO_PCI_BRIDGE);
            case "pcie-root-port" -> EnumSet.of(PCIE_ROOT_PORT, SHARED_SLOT);
            case "pcie-switch-upstream-port" -> EnumSet.of(PCIE_SWITCH_UPSTREAM_PORT);
            case "pcie-switch-downstream-port" -> EnumSet.of(PCIE_SWITCH_DOWNSTREAM_PORT);
            default -> EnumSet.noneOf(PciConnection.class);
        };
    }
}
