package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;

/// What the parts of a network's definition demand of each other.
final class NetworkRules {
    private final NetworkDefinition network;

    NetworkRules(NetworkDefinition network) {
        this.network = network;
    }

    /// Refuses a definition that makes no sense, with the error of the first mistake.
    void check() {
        checkRoutes();
        if (network.forward().isEmpty()) {
            return;
        }
        Forward forward = network.forward().get();
        switch (forward.mode()) {
            case ROUTE, NAT, OPEN -> checkRouted(forward);
            case PRIVATE, VEPA, PASSTHROUGH, HOSTDEV -> {
                checkWithoutBridge(forward);
                checkForeignBridge(forward);
            }
            case BRIDGE -> checkForeignBridge(forward);
        }
        if (network.bridge().mtu().isPresent() && !forward.mode().hasOwnBridge()) {
            throw refused(
                    ("mtu size only allowed in open, route, nat, and isolated mode, not in %s"
                                    + " (network '%s')")
                            .formatted(forward.mode().word(), network.name()));
        }
    }

    private void checkRoutes() {
        for (Route route : network.addressing().routes()) {
            boolean reachable = false;
            for (NetworkAddress address : network.addressing().addresses()) {
                reachable |= address.reaches(route.gateway());
            }
            if (!reachable) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "unreachable static route gateway '%s' specified for network '%s'"
                                .formatted(route.gateway(), network.name()));
            }
        }
    }

    private void checkRouted(Forward forward) {
        if (network.addressing().addresses().isEmpty()) {
            throw refused(
                    "%s forwarding requested, but no IP address provided for network '%s'"
                            .formatted(forward.mode().word(), network.name()));
        }
        if (forward.devices().interfaces().size() > 1) {
            throw refused(
                    ("multiple forwarding interfaces specified for network '%s', only one is"
                                    + " supported")
                            .formatted(network.name()));
        }
        if (forward.mode() == Forward.Mode.OPEN && forward.dev().isPresent()) {
            throw refused(
                    "forward dev not allowed for network '%s' with forward mode='%s'"
                            .formatted(network.name(), forward.mode().word()));
        }
    }

    private void checkWithoutBridge(Forward forward) {
        Bridge bridge = network.bridge();
        if (bridge.name().isPresent()) {
            throw notAllowed("bridge name", forward);
        }
        if (bridge.zone().isPresent()) {
            throw notAllowed("bridge zone", forward);
        }
        if (bridge.macTableManager().isPresent()) {
            throw notAllowed("bridge macTableManager setting", forward);
        }
    }

    private LibvirtException notAllowed(String what, Forward forward) {
        return refused(
                "%s not allowed in %s mode (network '%s')"
                        .formatted(what, forward.mode().word(), network.name()));
    }

    private void checkForeignBridge(Forward forward) {
        Bridge bridge = network.bridge();
        if (bridge.delay() != 0 || bridge.stp().isPresent() || bridge.zone().isPresent()) {
            throw refused(
                    ("bridge delay/stp/zone options only allowed in route, nat, and isolated mode,"
                                    + " not in %s (network '%s')")
                            .formatted(forward.mode().word(), network.name()));
        }
        if (bridge.name().isPresent() && forward.dev().isPresent()) {
            throw refused(
                    ("A network with forward mode='%s' can specify a bridge name or a forward dev,"
                                    + " but not both (network '%s')")
                            .formatted(forward.mode().word(), network.name()));
        }
    }

    private static LibvirtException refused(String message) {
        return new LibvirtException(XML_ERROR, message);
    }
}
