package dev.jvirt.api;

import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkDhcpLease;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkMetadata;
import dev.jvirt.api.network.NetworkMetadataType;
import dev.jvirt.api.network.NetworkUpdateFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A virtual network: a handle that names it, not its state (`virNetworkPtr`).
///
/// All methods that ask the driver throw [LibvirtException], NO_NETWORK if the network is gone.
public final class Network {
    private final Connection connection;
    private final NetworkId identity;

    Network(Connection connection, NetworkId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The network's name (`virNetworkGetName`).
    public String name() {
        return identity.name();
    }

    /// The network's UUID (`virNetworkGetUUID`, `virNetworkGetUUIDString`).
    public UUID uuid() {
        return identity.uuid();
    }

    /// Name and UUID in one: a value that nobody needs to count or release (`virNetworkRef`,
    /// `virNetworkFree`).
    public NetworkId identity() {
        return identity;
    }

    /// The connection that it belongs to (`virNetworkGetConnect`).
    public Connection connection() {
        return connection;
    }

    /// The ports of the network, one for each interface that is connected to it.
    public NetworkPorts ports() {
        return new NetworkPorts(this);
    }

    /// Starts the defined network (`virNetworkCreate`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it is up already
    /// @since 0.2.0
    public void create() {
        changing("virNetworkCreate").create(identity);
    }

    /// Takes the network down at once; domains that use it lose their connection
    /// (`virNetworkDestroy`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it is not up
    /// @since 0.2.0
    public void destroy() {
        changing("virNetworkDestroy").destroy(identity);
    }

    /// Removes the network's definition; a network that is up stays until it is taken down
    /// (`virNetworkUndefine`).
    ///
    /// @since 0.2.0
    public void undefine() {
        changing("virNetworkUndefine").undefine(identity);
    }

    /// Changes a part of the network: of the running one, of its definition, or of both
    /// (`virNetworkUpdate`).
    ///
    /// @since 0.10.2
    public void update(NetworkChange change, Flags<NetworkUpdateFlag> flags) {
        changing("virNetworkUpdate").update(identity, change, flags);
    }

    /// The network's document (`virNetworkGetXMLDesc`).
    ///
    /// @since 0.2.0
    public String xml(Flags<NetworkXmlFlag> flags) {
        return reading("virNetworkGetXMLDesc").xml(identity, flags);
    }

    /// The name of its bridge; empty if it has none (`virNetworkGetBridgeName`).
    ///
    /// @since 0.2.0
    public Optional<String> bridgeName() {
        return reading("virNetworkGetBridgeName").bridgeName(identity);
    }

    /// Whether the network starts with the host (`virNetworkGetAutostart`).
    ///
    /// @since 0.2.1
    public boolean autostart() {
        return reading("virNetworkGetAutostart").autostart(identity);
    }

    /// Sets whether the network starts with the host (`virNetworkSetAutostart`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it has no definition
    /// @since 0.2.1
    public void setAutostart(boolean autostart) {
        changing("virNetworkSetAutostart").setAutostart(identity, autostart);
    }

    /// Whether the network is up (`virNetworkIsActive`).
    ///
    /// @since 0.7.3
    public boolean isActive() {
        return reading("virNetworkIsActive").isActive(identity);
    }

    /// Whether the network is defined and thus stays when it goes down (`virNetworkIsPersistent`).
    ///
    /// @since 0.7.3
    public boolean isPersistent() {
        return reading("virNetworkIsPersistent").isPersistent(identity);
    }

    /// The addresses that the network's DHCP server gave away and that are still valid
    /// (`virNetworkGetDHCPLeases`, `virNetworkDHCPLeaseFree`).
    ///
    /// @param mac of the client whose addresses are wanted; empty for all clients
    /// @param flags 0
    /// @since 1.2.6
    public List<NetworkDhcpLease> dhcpLeases(Optional<String> mac, int flags) {
        return reading("virNetworkGetDHCPLeases").dhcpLeases(identity, mac, flags);
    }

    /// Notes down a title, a description or an element of an application, or removes it
    /// (`virNetworkSetMetadata`).
    ///
    /// @throws LibvirtException INVALID_ARG for a title of more than one line, for an element
    /// without URI or key, and for a title or description with one of them
    /// @since 9.7.0
    public void setMetadata(NetworkMetadata metadata, Flags<NetworkUpdateFlag> flags) {
        String function = "virNetworkSetMetadata";
        NetworkDriver driver = changing(function);
        if (metadata.type() == NetworkMetadataType.TITLE.code()
                && metadata.text().orElse("").indexOf('\n') >= 0) {
            throw refused(function, "metadata", "metadata title can't contain newlines");
        }
        checkNamespace(function, "uri", metadata.type(), metadata.uri());
        if (metadata.type() != NetworkMetadataType.ELEMENT.code() || metadata.text().isPresent()) {
            checkNamespace(function, "key", metadata.type(), metadata.key());
        }
        driver.setMetadata(identity, metadata, flags);
    }

    /// The title, the description or an element of an application (`virNetworkGetMetadata`).
    ///
    /// @param uri of the element's namespace; empty for title and description
    /// @throws LibvirtException NO_NETWORK_METADATA if there is none
    /// @since 9.7.0
    public String metadata(
            NetworkMetadataType type, Optional<String> uri, Flags<NetworkUpdateFlag> flags) {
        return metadata(type.code(), uri, flags);
    }

    /// The same by libvirt's number of the type, known here or not (`virNetworkGetMetadata`).
    ///
    /// @since 9.7.0
    public String metadata(int type, Optional<String> uri, Flags<NetworkUpdateFlag> flags) {
        String function = "virNetworkGetMetadata";
        NetworkDriver driver = reading(function);
        if (flags.has(NetworkUpdateFlag.AFFECT_LIVE)
                && flags.has(NetworkUpdateFlag.AFFECT_CONFIG)) {
            throw refused(
                    function,
                    "flags",
                    "Flags 'VIR_NETWORK_UPDATE_AFFECT_LIVE' and"
                            + " 'VIR_NETWORK_UPDATE_AFFECT_CONFIG' are mutually exclusive");
        }
        checkNamespace(function, "uri", type, uri);
        return driver.metadata(identity, type, uri, flags);
    }

    /// Only elements have a namespace. Types that are not known here are the driver's business.
    private static void checkNamespace(
            String function, String argument, int type, Optional<String> value) {
        if (NetworkMetadataType.of(type).isEmpty()) {
            return;
        }
        boolean wanted = type == NetworkMetadataType.ELEMENT.code();
        if (wanted != value.isPresent()) {
            String must = wanted ? "must not be NULL" : "must be NULL";
            throw refused(function, argument, "%s in %s %s".formatted(argument, function, must));
        }
    }

    private static LibvirtException refused(String function, String argument, String message) {
        return LibvirtException.invalidArgument(ErrorDomain.NETWORK, function, argument, message);
    }

    private NetworkDriver reading(String function) {
        return connection.objects(function).networks();
    }

    private NetworkDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.NETWORK, function).networks();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network
                && network.connection == connection
                && network.uuid().equals(uuid());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return "network " + name();
    }
}
