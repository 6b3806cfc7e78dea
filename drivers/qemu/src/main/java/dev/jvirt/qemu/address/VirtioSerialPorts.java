package dev.jvirt.qemu.address;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The ports of all virtio-serial controllers. Port 0 is kept for consoles.
final class VirtioSerialPorts {
    private static final int DEFAULT_PORTS = 31;

    private final TreeMap<Integer, Ports> controllers = new TreeMap<>();

    private record Ports(int count, BitSet taken) {}

    /// A port of a controller.
    record Place(int controller, int port) {}

    /// Adds a controller.
    void add(int index, Optional<Integer> ports) {
        if (controllers.putIfAbsent(index, new Ports(ports.orElse(DEFAULT_PORTS), new BitSet()))
                != null) {
            throw new LibvirtException(
                    ErrorCode.INTERNAL_ERROR,
                    "virtio serial controller with index %d already exists in the address set"
                            .formatted(index));
        }
    }

    /// Takes a port that a document asks for.
    ///
    /// @throws LibvirtException XML_ERROR if it does not exist or is taken
    void reserve(Place place) {
        Ports ports = controllers.get(place.controller());
        if (ports == null) {
            throw xmlError("virtio serial controller %d is missing".formatted(place.controller()));
        }
        if (place.port() >= ports.count()) {
            throw xmlError(
                    "virtio serial controller %d does not have port %d"
                            .formatted(place.controller(), place.port()));
        }
        if (ports.taken().get(place.port())) {
            throw xmlError(
                    "virtio serial port %d on controller %d is already occupied"
                            .formatted(place.port(), place.controller()));
        }
        ports.taken().set(place.port());
    }

    /// Takes the next free port of any controller; empty if there is none, so that a controller has
    /// to be added.
    Optional<Place> next() {
        for (Map.Entry<Integer, Ports> entry : controllers.entrySet()) {
            int port = entry.getValue().taken().nextClearBit(1);
            if (port < entry.getValue().count()) {
                return Optional.of(taken(new Place(entry.getKey(), port)));
            }
        }
        return Optional.empty();
    }

    /// Takes the next free port of one controller.
    Place nextOf(int controller) {
        Ports ports = controllers.get(controller);
        if (ports == null) {
            throw new LibvirtException(
                    ErrorCode.INTERNAL_ERROR,
                    "virtio-serial controller %d not available".formatted(controller));
        }
        int port = ports.taken().nextClearBit(1);
        if (port >= ports.count()) {
            throw xmlError(
                    "Unable to find a free port on virtio-serial controller %d"
                            .formatted(controller));
        }
        return taken(new Place(controller, port));
    }

    /// Whether there is any controller.
    boolean isEmpty() {
        return controllers.isEmpty();
    }

    private Place taken(Place place) {
        reserve(place);
        return place;
    }

    private static LibvirtException xmlError(String message) {
        return new LibvirtException(ErrorCode.XML_ERROR, message);
    }
}
