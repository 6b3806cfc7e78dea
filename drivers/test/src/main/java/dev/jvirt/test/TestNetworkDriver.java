package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import dev.jvirt.documents.network.NetworkDefinition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The networks of a world: all of them are defined and up, and none starts with the host.
final class TestNetworkDriver implements NetworkDriver {
    private final TestWorld world;

    TestNetworkDriver(TestWorld world) {
        this.world = world;
    }

    @Override
    public List<NetworkId> list(Flags<NetworkListFlag> flags) {
        flags.allow(TEST, "testConnectListAllNetworks", NetworkListFlag.values());
        boolean wanted =
                passes(flags, NetworkListFlag.ACTIVE, NetworkListFlag.INACTIVE)
                        && passes(flags, NetworkListFlag.PERSISTENT, NetworkListFlag.TRANSIENT)
                        && passes(flags, NetworkListFlag.NO_AUTOSTART, NetworkListFlag.AUTOSTART);
        return wanted
                ? world.networks().stream().map(TestNetworkDriver::identity).toList()
                : List.of();
    }

    /// Whether a group of filters lets networks pass that have `kind`.
    private static boolean passes(
            Flags<NetworkListFlag> flags, NetworkListFlag kind, NetworkListFlag otherKind) {
        return !flags.hasAny(kind, otherKind) || flags.has(kind);
    }

    @Override
    public NetworkId lookupByUuid(UUID uuid) {
        return identity(
                find(network -> network.uuid().equals(uuid))
                        .orElseThrow(() -> missing("uuid", uuid.toString())));
    }

    @Override
    public NetworkId lookupByName(String name) {
        return identity(require(name));
    }

    private static NetworkId identity(NetworkDefinition network) {
        return new NetworkId(network.name(), network.uuid());
    }

    @Override
    public String xml(NetworkId network, Flags<NetworkXmlFlag> flags) {
        flags.allow(TEST, "testNetworkGetXMLDesc");
        return require(network.name()).format();
    }

    @Override
    public Optional<String> bridgeName(NetworkId network) {
        return require(network.name()).bridge().name();
    }

    @Override
    public boolean autostart(NetworkId network) {
        require(network.name());
        return false;
    }

    @Override
    public boolean isActive(NetworkId network) {
        require(network.name());
        return true;
    }

    @Override
    public boolean isPersistent(NetworkId network) {
        require(network.name());
        return true;
    }

    private NetworkDefinition require(String name) {
        return find(network -> network.name().equals(name))
                .orElseThrow(() -> missing("name", name));
    }

    private Optional<NetworkDefinition> find(Predicate<NetworkDefinition> wanted) {
        return world.networks().stream().filter(wanted).findFirst();
    }

    private static LibvirtException missing(String what, String value) {
        return new LibvirtException(
                TEST,
                ErrorCode.NO_NETWORK,
                "no network with matching %s '%s'".formatted(what, value));
    }
}
