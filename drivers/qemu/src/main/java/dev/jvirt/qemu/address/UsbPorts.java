package dev.jvirt.qemu.address;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All USB ports of a guest and which of them are taken.
final class UsbPorts {
    /// How many ports an emulated hub has.
    static final int HUB_PORTS = 8;

    private static final int MAX_DEPTH = 4;

    private final TreeMap<Integer, Hub> buses = new TreeMap<>();

    /// A controller or hub.
    private static final class Hub {
        private final boolean[] taken;
        private final List<Optional<Hub>> hubs = new ArrayList<>();

        Hub(int ports) {
            taken = new boolean[ports];
            for (int i = 0; i < ports; i++) {
                hubs.add(Optional.empty());
            }
        }
    }

    /// Adds the ports of a controller.
    ///
    /// @throws LibvirtException XML_ERROR if there is one with that index
    void addBus(int index, int ports) {
        if (buses.putIfAbsent(index, new Hub(ports)) != null) {
            throw xmlError("Duplicate USB controllers with index " + index);
        }
    }

    /// Puts a hub into a port that a document asks for.
    ///
    /// @throws LibvirtException XML_ERROR if it does not exist or there is a hub
    void addHub(UsbPlace place) {
        if (parent(place).hubs.get(place.port().getLast() - 1).isPresent()) {
            throw xmlError(
                    "Duplicate USB hub on bus %d port %s".formatted(place.bus(), place.portText()));
        }
        addHubAt(place);
    }

    /// Puts a hub into a port that was taken for it.
    void addHubAt(UsbPlace place) {
        Hub parent = parent(place);
        int index = place.port().getLast() - 1;
        parent.taken[index] = true;
        parent.hubs.set(index, Optional.of(new Hub(HUB_PORTS)));
    }

    /// Takes a port that a document asks for.
    ///
    /// @throws LibvirtException XML_ERROR if it does not exist or is taken
    void reserve(UsbPlace place) {
        Hub parent = parent(place);
        int index = place.port().getLast() - 1;
        if (parent.taken[index]) {
            throw xmlError(
                    "Duplicate USB address bus %d port %s"
                            .formatted(place.bus(), place.portText()));
        }
        parent.taken[index] = true;
    }

    private Hub parent(UsbPlace place) {
        Hub hub = buses.get(place.bus());
        if (hub == null) {
            throw xmlError("Missing USB bus " + place.bus());
        }
        List<Integer> path = place.port();
        for (int step : path.subList(0, path.size() - 1)) {
            if (step > hub.taken.length) {
                throw xmlError(
                        "port %d out of range in USB address bus: %d port: %s"
                                .formatted(step, place.bus(), place.portText()));
            }
            hub =
                    hub.hubs
                            .get(step - 1)
                            .orElseThrow(
                                    () ->
                                            xmlError(
                                                    "there is no hub at port %d in USB address"
                                                                    .formatted(step)
                                                            + " bus: %d port: %s"
                                                                    .formatted(
                                                                            place.bus(),
                                                                            place.portText())));
        }
        if (path.getLast() > hub.taken.length) {
            throw xmlError(
                    "requested USB port %s not present on USB bus %d"
                            .formatted(place.portText(), place.bus()));
        }
        return hub;
    }

    /// Takes the next free port of any bus.
    UsbPlace next() {
        for (int bus : buses.keySet()) {
            Optional<UsbPlace> place = nextOn(bus);
            if (place.isPresent()) {
                return place.get();
            }
        }
        throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "No free USB ports");
    }

    /// Takes the next free port of one bus.
    UsbPlace next(int bus) {
        if (!buses.containsKey(bus)) {
            throw xmlError(
                    "USB bus %d requested but no controller with that index is present"
                            .formatted(bus));
        }
        return nextOn(bus)
                .orElseThrow(
                        () -> new LibvirtException(ErrorCode.INTERNAL_ERROR, "No free USB ports"));
    }

    private Optional<UsbPlace> nextOn(int bus) {
        var path = new ArrayList<Integer>();
        Hub hub = buses.get(bus);
        if (hub == null || !freeBelow(hub, path)) {
            return Optional.empty();
        }
        var place = new UsbPlace(bus, path);
        reserve(place);
        return Optional.of(place);
    }

    private static boolean freeBelow(Hub hub, List<Integer> path) {
        for (int i = 0; i < hub.taken.length; i++) {
            if (!hub.taken[i]) {
                path.add(i + 1);
                return true;
            }
        }
        if (path.size() >= MAX_DEPTH - 1) {
            return false;
        }
        for (int i = 0; i < hub.taken.length; i++) {
            if (hub.hubs.get(i).isPresent()) {
                path.add(i + 1);
                if (freeBelow(hub.hubs.get(i).get(), path)) {
                    return true;
                }
                path.removeLast();
            }
        }
        return false;
    }

    private static LibvirtException xmlError(String message) {
        return new LibvirtException(ErrorCode.XML_ERROR, message);
    }
}
