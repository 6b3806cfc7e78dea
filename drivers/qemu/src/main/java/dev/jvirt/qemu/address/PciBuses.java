package dev.jvirt.qemu.address;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All PCI buses of a guest and the search for free places on them.
///
/// While it is planning, buses are added where none has room. What was planned is then made real:
/// the controllers are put into the definition and all places are chosen once more.
final class PciBuses {
    private static final int LAST_FUNCTION = 7;

    private final List<PciBus> buses = new ArrayList<>();
    private final boolean planning;
    private final boolean severalRoots;
    private final boolean pcieToPciBridge;

    /// @param planning whether buses may be added
    /// @param severalRoots whether the machine can have more root buses
    /// @param pcieToPciBridge whether QEMU has the bridge from PCI Express to conventional PCI
    PciBuses(boolean planning, boolean severalRoots, boolean pcieToPciBridge) {
        this.planning = planning;
        this.severalRoots = severalRoots;
        this.pcieToPciBridge = pcieToPciBridge;
    }

    static LibvirtException failure(String message) {
        return new LibvirtException(ErrorCode.INTERNAL_ERROR, message);
    }

    void add(PciBus bus) {
        buses.add(bus);
    }

    boolean isPlanning() {
        return planning;
    }

    List<PciBus> buses() {
        return buses;
    }

    boolean isSlotInUse(int bus, int slot) {
        return buses.get(bus).isSlotInUse(slot);
    }

    /// Takes a place that was asked for in a document or that is part of the machine.
    ///
    /// @throws LibvirtException XML_ERROR if the device cannot be there or something else is
    PciPlace reserve(PciPlace place, Set<PciConnection> device, int isolationGroup) {
        return reserve(place, device, isolationGroup, true);
    }

    /// Takes the next free place.
    ///
    /// @param function the function of the slot it must have, if any
    PciPlace reserveNext(
            Set<PciConnection> device, int isolationGroup, Optional<Integer> function) {
        PciPlace place = next(device, isolationGroup, function);
        return reserve(place, device, isolationGroup, false);
    }

    private PciPlace reserve(
            PciPlace asked, Set<PciConnection> device, int isolationGroup, boolean fromConfig) {
        PciPlace place = planning ? grow(asked, device) : asked;
        check(place, device, fromConfig);
        PciBus bus = buses.get(place.bus());
        if (bus.isTaken(place.slot(), place.function())) {
            throw refusal(fromConfig, "Attempted double use of PCI Address " + place);
        }
        if (bus.isEmpty() && !bus.isIsolationLocked()) {
            bus.isolate(isolationGroup, false);
        } else if (bus.isolationGroup() != isolationGroup && fromConfig) {
            bus.isolate(0, bus.isIsolationLocked());
        }
        bus.take(place, device.contains(PciConnection.SHARED_SLOT));
        return place;
    }

    /// Refuses a place where the device cannot be.
    void check(PciPlace place, Set<PciConnection> device, boolean fromConfig) {
        if (buses.isEmpty()) {
            throw refusal(fromConfig, "No PCI buses available");
        }
        if (place.domain() != 0) {
            throw refusal(
                    fromConfig,
                    "Invalid PCI address %s. Only PCI domain 0 is available".formatted(place));
        }
        if (place.bus() >= buses.size()) {
            throw refusal(
                    fromConfig,
                    "Invalid PCI address %s. Only PCI buses up to %d are available"
                            .formatted(place, buses.size() - 1));
        }
        PciBus bus = buses.get(place.bus());
        checkFit(place, bus, device, fromConfig);
        if (place.slot() < bus.minSlot()) {
            throw refusal(
                    fromConfig,
                    "Invalid PCI address %s. slot must be >= %d".formatted(place, bus.minSlot()));
        }
        if (place.slot() > bus.maxSlot()) {
            throw refusal(
                    fromConfig,
                    "Invalid PCI address %s. slot must be <= %d".formatted(place, bus.maxSlot()));
        }
        if (place.function() > LAST_FUNCTION) {
            throw refusal(
                    fromConfig,
                    "Invalid PCI address %s. function must be <= %d"
                            .formatted(place, LAST_FUNCTION));
        }
    }

    private static void checkFit(
            PciPlace place, PciBus bus, Set<PciConnection> device, boolean fromConfig) {
        String why = misfit(place, bus, device, fromConfig);
        if (!why.isEmpty()) {
            throw refusal(fromConfig, "The device at PCI address " + place + " " + why);
        }
    }

    /// Why the device cannot be on the bus; empty if it can.
    private static String misfit(
            PciPlace place, PciBus bus, Set<PciConnection> device, boolean fromConfig) {
        boolean integrated = device.contains(PciConnection.INTEGRATED);
        if (integrated && place.bus() != 0) {
            return "needs to be an integrated device (bus=0)";
        }
        boolean autoAssign = integrated || bus.offers().contains(PciConnection.AUTO_ASSIGN);
        if (!fromConfig && device.contains(PciConnection.AUTO_ASSIGN) && !autoAssign) {
            return "was auto-assigned this address, but the PCI controller with index='%d' doesn't"
                            .formatted(place.bus())
                    + " allow auto-assignment";
        }
        if (device.contains(PciConnection.HOT_PLUG)
                && !bus.offers().contains(PciConnection.HOT_PLUG)) {
            return "requires hotplug capability, but the PCI controller with index='%d' doesn't"
                            .formatted(place.bus())
                    + " support hotplug";
        }
        if (PciConnection.fits(device, bus.offers()) || fromConfig && fitsByHand(device, bus)) {
            return "";
        }
        return "cannot be plugged into the PCI controller with index='%d'. It requires a controller that accepts a %s."
                .formatted(place.bus(), PciConnection.typeOf(device).text());
    }

    /// Who gives an address may put either kind of device into either kind of slot.
    private static boolean fitsByHand(Set<PciConnection> device, PciBus bus) {
        boolean endpoint =
                device.contains(PciConnection.PCI_DEVICE)
                        || device.contains(PciConnection.PCIE_DEVICE)
                        || device.contains(PciConnection.PCI_BRIDGE);
        return endpoint
                && (bus.offers().contains(PciConnection.PCI_DEVICE)
                        || bus.offers().contains(PciConnection.PCIE_DEVICE));
    }

    private PciPlace next(
            Set<PciConnection> device, int isolationGroup, Optional<Integer> function) {
        if (buses.isEmpty()) {
            throw refusal(true, "No PCI buses available");
        }
        for (int index = 0; index < buses.size(); index++) {
            if (buses.get(index).isolationGroup() == isolationGroup) {
                Optional<PciPlace> place = freeOn(index, device, function);
                if (place.isPresent()) {
                    return place.get();
                }
            }
        }
        // An empty bus can still change its isolation group.
        for (int index = 0; index < buses.size(); index++) {
            if (buses.get(index).isEmpty() && !buses.get(index).isIsolationLocked()) {
                Optional<PciPlace> place = freeOn(index, device, function);
                if (place.isPresent()) {
                    return place.get();
                }
            }
        }
        if (!planning) {
            throw failure("No more available PCI slots");
        }
        PciPlace grown = grow(new PciPlace(buses.size(), 0, function.orElse(0)), device);
        return new PciPlace(grown.bus(), buses.get(grown.bus()).minSlot(), grown.function());
    }

    private Optional<PciPlace> freeOn(
            int index, Set<PciConnection> device, Optional<Integer> function) {
        PciBus bus = buses.get(index);
        int wanted = function.orElse(0);
        if (!misfit(new PciPlace(index, 0, 0), bus, device, false).isEmpty()) {
            return Optional.empty();
        }
        for (int slot = bus.minSlot(); slot <= bus.maxSlot(); slot++) {
            if (!bus.isSlotInUse(slot)) {
                return Optional.of(new PciPlace(index, slot, wanted));
            }
            if (device.contains(PciConnection.SHARED_SLOT) && bus.isSlotShared(slot)) {
                int last = function.isPresent() ? wanted : LAST_FUNCTION;
                for (int free = wanted; free <= last; free++) {
                    if (!bus.isTaken(slot, free)) {
                        return Optional.of(new PciPlace(index, slot, free));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Adds buses until the one of `place` exists, and says where the device then is.
    private PciPlace grow(PciPlace place, Set<PciConnection> device) {
        int add = place.bus() - buses.size() + 1;
        if (add <= 0) {
            return place;
        }
        if (device.contains(PciConnection.PCI_DEVICE)) {
            return growConventional(place, add);
        }
        if (!device.contains(PciConnection.PCIE_DEVICE)
                && !device.contains(PciConnection.PCIE_SWITCH_UPSTREAM_PORT)) {
            throw failure(
                    "a PCI slot is needed to connect a PCI controller model='%s', but none is"
                                    .formatted(PciConnection.typeOf(device).text())
                            + " available, and it cannot be automatically added");
        }
        for (int i = 0; i < add; i++) {
            buses.add(PciBus.behind("pcie-root-port", true));
        }
        return place;
    }

    private PciPlace growConventional(PciPlace place, int add) {
        boolean needsWay = !severalRoots && !hasRoomForBridges();
        // Nothing takes a conventional bridge yet, so the way from PCI Express comes first.
        boolean oneMore = needsWay && add == 1;
        int end = buses.size() + add + (oneMore ? 1 : 0);
        if (needsWay && pcieToPciBridge) {
            buses.add(PciBus.rootPortForBridge());
            buses.add(PciBus.behind("pcie-to-pci-bridge", true));
        } else if (needsWay) {
            buses.add(PciBus.behind("dmi-to-pci-bridge", false));
        }
        while (buses.size() < end) {
            buses.add(PciBus.behind(severalRoots ? "pci-root" : "pci-bridge", true));
        }
        return oneMore ? new PciPlace(place.bus() + 1, place.slot(), place.function()) : place;
    }

    private boolean hasRoomForBridges() {
        for (PciBus bus : buses) {
            if (bus.offers().contains(PciConnection.PCI_BRIDGE)) {
                return true;
            }
        }
        return false;
    }

    private static LibvirtException refusal(boolean fromConfig, String message) {
        return new LibvirtException(
                fromConfig ? ErrorCode.XML_ERROR : ErrorCode.INTERNAL_ERROR, message);
    }
}
