package dev.jvirt.qemu.address;

import java.util.EnumSet;
import java.util.Set;

/// One PCI bus: what may be plugged in, and which functions of which slots are taken.
final class PciBus {
    private static final int SLOTS = 32;
    private static final int LAST_SLOT = SLOTS - 1;

    private final String model;
    private final Set<PciConnection> offers;
    private final int minSlot;
    private final int maxSlot;
    private final int[] functions = new int[SLOTS];
    private final boolean[] shared = new boolean[SLOTS];
    private int isolationGroup;
    private boolean isolationLocked;

    private PciBus(String model, Set<PciConnection> offers, int minSlot, int maxSlot) {
        this.model = model;
        this.offers = offers;
        this.minSlot = minSlot;
        this.maxSlot = maxSlot;
    }

    /// The bus behind a controller of that model.
    static PciBus behind(String model, boolean hotPlug) {
        PciBus bus =
                switch (model) {
                    case "pci-root" ->
                            bus(
                                    model,
                                    1,
                                    LAST_SLOT,
                                    PciConnection.AUTO_ASSIGN,
                                    PciConnection.PCI_DEVICE,
                                    PciConnection.PCI_BRIDGE,
                                    PciConnection.PCI_EXPANDER_BUS);
                    case "pci-bridge", "pcie-to-pci-bridge" -> conventional(model, 1);
                    case "pci-expander-bus" -> conventional(model, 0);
                    case "pcie-root" ->
                            bus(
                                    model,
                                    1,
                                    LAST_SLOT,
                                    PciConnection.PCIE_DEVICE,
                                    PciConnection.PCIE_ROOT_PORT,
                                    PciConnection.DMI_TO_PCI_BRIDGE,
                                    PciConnection.PCIE_EXPANDER_BUS);
                    case "dmi-to-pci-bridge" ->
                            bus(
                                    model,
                                    0,
                                    LAST_SLOT,
                                    PciConnection.PCI_DEVICE,
                                    PciConnection.PCI_BRIDGE);
                    case "pcie-root-port", "pcie-switch-downstream-port" ->
                            bus(
                                    model,
                                    0,
                                    0,
                                    PciConnection.AUTO_ASSIGN,
                                    PciConnection.PCIE_DEVICE,
                                    PciConnection.PCIE_SWITCH_UPSTREAM_PORT,
                                    PciConnection.PCIE_TO_PCI_BRIDGE);
                    case "pcie-switch-upstream-port" ->
                            bus(model, 0, LAST_SLOT, PciConnection.PCIE_SWITCH_DOWNSTREAM_PORT);
                    case "pcie-expander-bus" ->
                            bus(
                                    model,
                                    0,
                                    LAST_SLOT,
                                    PciConnection.PCIE_ROOT_PORT,
                                    PciConnection.DMI_TO_PCI_BRIDGE);
                    default -> throw PciBuses.failure("PCI controller model was not set correctly");
                };
        if (hotPlug && canHotPlug(model)) {
            bus.offers.add(PciConnection.HOT_PLUG);
        }
        return bus;
    }

    private static boolean canHotPlug(String model) {
        return switch (model) {
            case "pcie-root",
                    "dmi-to-pci-bridge",
                    "pcie-switch-upstream-port",
                    "pcie-expander-bus" ->
                    false;
            default -> true;
        };
    }

    /// A root port kept for a bridge to conventional PCI, so that nothing else takes it.
    static PciBus rootPortForBridge() {
        return bus("pcie-root-port", 0, 0, PciConnection.PCIE_TO_PCI_BRIDGE);
    }

    private static PciBus conventional(String model, int minSlot) {
        return bus(
                model,
                minSlot,
                LAST_SLOT,
                PciConnection.AUTO_ASSIGN,
                PciConnection.PCI_DEVICE,
                PciConnection.PCI_BRIDGE);
    }

    private static PciBus bus(
            String model, int minSlot, int maxSlot, PciConnection first, PciConnection... more) {
        return new PciBus(model, EnumSet.of(first, more), minSlot, maxSlot);
    }

    String model() {
        return model;
    }

    Set<PciConnection> offers() {
        return offers;
    }

    int minSlot() {
        return minSlot;
    }

    int maxSlot() {
        return maxSlot;
    }

    int isolationGroup() {
        return isolationGroup;
    }

    boolean isIsolationLocked() {
        return isolationLocked;
    }

    void isolate(int group, boolean locked) {
        isolationGroup = group;
        isolationLocked = locked;
    }

    boolean isTaken(int slot, int function) {
        return (functions[slot] & 1 << function) != 0;
    }

    boolean isSlotInUse(int slot) {
        return functions[slot] != 0;
    }

    boolean isSlotShared(int slot) {
        return shared[slot];
    }

    boolean isEmpty() {
        for (int slot = minSlot; slot <= maxSlot; slot++) {
            if (functions[slot] != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isFull() {
        for (int slot = minSlot; slot <= maxSlot; slot++) {
            if (functions[slot] == 0) {
                return false;
            }
        }
        return true;
    }

    void take(PciPlace place, boolean mayShare) {
        if (functions[place.slot()] == 0 && mayShare) {
            shared[place.slot()] = true;
        }
        functions[place.slot()] |= 1 << place.function();
    }
}
