package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkCreateFlag;
import dev.jvirt.api.network.NetworkDefineFlag;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkUpdateFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import dev.jvirt.base.domain.EventDelivery;
import dev.jvirt.documents.network.NetworkDefinition;
import dev.jvirt.documents.network.NetworkUpdate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The networks of a world, as a connection sees them.
final class TestNetworkDriver implements NetworkDriver {
    private final TestWorld world;
    private final EventDelivery events;

    /// @param events those of this connection
    TestNetworkDriver(TestWorld world, EventDelivery events) {
        this.world = world;
        this.events = events;
    }

    private TestNetworks networks() {
        return world.networks();
    }

    @Override
    public List<NetworkId> list(Flags<NetworkListFlag> flags) {
        flags.allow(TEST, "testConnectListAllNetworks", NetworkListFlag.values());
        return networks().all().stream()
                .filter(network -> passes(network, flags))
                .map(TestNetwork::identity)
                .toList();
    }

    private static boolean passes(TestNetwork network, Flags<NetworkListFlag> flags) {
        return either(flags, NetworkListFlag.ACTIVE, NetworkListFlag.INACTIVE, network.active())
                && either(
                        flags,
                        NetworkListFlag.PERSISTENT,
                        NetworkListFlag.TRANSIENT,
                        network.persistent())
                && either(
                        flags,
                        NetworkListFlag.AUTOSTART,
                        NetworkListFlag.NO_AUTOSTART,
                        network.autostart());
    }

    private static boolean either(
            Flags<NetworkListFlag> flags, NetworkListFlag yes, NetworkListFlag no, boolean is) {
        return !flags.hasAny(yes, no) || flags.has(is ? yes : no);
    }

    @Override
    public NetworkId lookupByUuid(UUID uuid) {
        return networks().require(uuid).identity();
    }

    @Override
    public NetworkId lookupByName(String name) {
        return networks().require(name).identity();
    }

    @Override
    public NetworkId createXml(String xml, Flags<NetworkCreateFlag> flags) {
        flags.allow(TEST, "testNetworkCreateXMLFlags", NetworkCreateFlag.VALIDATE);
        return networks().createXml(NetworkDefinition.parse(xml)).identity();
    }

    @Override
    public NetworkId defineXml(String xml, Flags<NetworkDefineFlag> flags) {
        flags.allow(TEST, "testNetworkDefineXMLFlags", NetworkDefineFlag.VALIDATE);
        return networks().define(NetworkDefinition.parse(xml)).identity();
    }

    @Override
    public void undefine(NetworkId network) {
        networks().undefine(network.name());
    }

    @Override
    public void create(NetworkId network) {
        networks().create(network.name());
    }

    @Override
    public void destroy(NetworkId network) {
        networks().destroy(network.name());
    }

    @Override
    public void update(NetworkId network, NetworkChange change, Flags<NetworkUpdateFlag> flags) {
        flags.allow(TEST, "testNetworkUpdate", NetworkUpdateFlag.values());
        // That there are two definitions now stays true even if the change comes to nothing.
        networks().change(network.name(), known -> prepared(known, meant(known, flags)));
        var update = new NetworkUpdate(change);
        networks().change(network.name(), known -> updated(known, update, meant(known, flags)));
    }

    private static Flags<NetworkUpdateFlag> meant(
            TestNetwork network, Flags<NetworkUpdateFlag> flags) {
        if (flags.bits() != 0) {
            return flags;
        }
        return Flags.of(
                network.active() ? NetworkUpdateFlag.AFFECT_LIVE : NetworkUpdateFlag.AFFECT_CONFIG);
    }

    private static TestNetwork prepared(TestNetwork network, Flags<NetworkUpdateFlag> flags) {
        boolean config = flags.has(NetworkUpdateFlag.AFFECT_CONFIG);
        if (flags.has(NetworkUpdateFlag.AFFECT_LIVE) && !network.active()) {
            throw invalid("network is not running");
        }
        if (config && !network.persistent()) {
            throw invalid("cannot change persistent config of a transient network");
        }
        return config && network.active()
                ? network.withNext(network.next().orElse(network.definition()))
                : network;
    }

    private static TestNetwork updated(
            TestNetwork network, NetworkUpdate update, Flags<NetworkUpdateFlag> flags) {
        if (!network.active()) {
            return network.withDefinition(update.apply(network.definition()));
        }
        TestNetwork changed = network;
        if (flags.has(NetworkUpdateFlag.AFFECT_LIVE)) {
            changed = changed.withDefinition(update.apply(network.definition()));
        }
        if (flags.has(NetworkUpdateFlag.AFFECT_CONFIG)) {
            changed = changed.withNext(update.apply(network.next().orElse(network.definition())));
        }
        return changed;
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorDomain.NETWORK, ErrorCode.OPERATION_INVALID, detail);
    }

    @Override
    public String xml(NetworkId network, Flags<NetworkXmlFlag> flags) {
        flags.allow(TEST, "testNetworkGetXMLDesc");
        return networks().require(network.name()).definition().format();
    }

    @Override
    public Optional<String> bridgeName(NetworkId network) {
        Optional<String> name = networks().require(network.name()).definition().bridge().name();
        if (name.isEmpty()) {
            throw new LibvirtException(
                    TEST,
                    ErrorCode.INTERNAL_ERROR,
                    "network '%s' does not have a bridge name.".formatted(network.name()));
        }
        return name;
    }

    @Override
    public boolean autostart(NetworkId network) {
        return networks().require(network.name()).autostart();
    }

    @Override
    public void setAutostart(NetworkId network, boolean autostart) {
        networks().change(network.name(), known -> known.withAutostart(autostart));
    }

    @Override
    public boolean isActive(NetworkId network) {
        return networks().require(network.name()).active();
    }

    @Override
    public boolean isPersistent(NetworkId network) {
        return networks().require(network.name()).persistent();
    }

    @Override
    public Subscription subscribe(
            NetworkEventId kind, Optional<NetworkId> network, Consumer<NetworkEvent> handler) {
        Optional<UUID> wanted = network.map(NetworkId::uuid);
        return events.subscribe(
                way ->
                        networks()
                                .observers()
                                .subscribe(
                                        event ->
                                                event.kind() == kind
                                                        && wanted.map(
                                                                        event.network().uuid()
                                                                                ::equals)
                                                                .orElse(true),
                                        way),
                handler);
    }
}
