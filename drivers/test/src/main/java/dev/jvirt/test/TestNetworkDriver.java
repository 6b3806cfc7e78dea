package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.documents.network.NetworkDefinition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The networks of a world: all of them are defined and up, and none starts with the host.
final class TestNetworkDriver implements NetworkDriver {
    // the bits of virConnectListAllNetworksFlags
    private static final int INACTIVE = 1;
    private static final int ACTIVE = 1 << 1;
    private static final int PERSISTENT = 1 << 2;
    private static final int TRANSIENT = 1 << 3;
    private static final int AUTOSTART = 1 << 4;
    private static final int NO_AUTOSTART = 1 << 5;
    private static final int ALL =
            INACTIVE | ACTIVE | PERSISTENT | TRANSIENT | AUTOSTART | NO_AUTOSTART;

    private final TestWorld world;

    TestNetworkDriver(TestWorld world) {
        this.world = world;
    }

    @Override
    public List<NetworkId> list(int flags) {
        Flags.refuse(TEST, "testConnectListAllNetworks", flags & ~ALL);
        boolean wanted =
                passes(flags, ACTIVE, INACTIVE)
                        && passes(flags, PERSISTENT, TRANSIENT)
                        && passes(flags, NO_AUTOSTART, AUTOSTART);
        return wanted
                ? world.networks().stream().map(TestNetworkDriver::identity).toList()
                : List.of();
    }

    /// Whether a group of filters lets networks pass that have `kind`.
    private static boolean passes(int flags, int kind, int otherKind) {
        return (flags & (kind | otherKind)) == 0 || (flags & kind) != 0;
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
    public String xml(NetworkId network, int flags) {
        Flags.refuse(TEST, "testNetworkGetXMLDesc", flags);
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
