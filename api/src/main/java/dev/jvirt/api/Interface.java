package dev.jvirt.api;

import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.InterfaceXmlFlag;

/// A network interface of a host: a handle that names it, not its state (`virInterfacePtr`).
///
/// All methods that ask the driver throw [LibvirtException], NO_INTERFACE if the interface is gone.
public final class Interface {
    private final Connection connection;
    private final InterfaceId identity;

    Interface(Connection connection, InterfaceId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The interface's name, for example `eth0` (`virInterfaceGetName`).
    public String name() {
        return identity.name();
    }

    /// The interface's MAC address; empty text if it has none (`virInterfaceGetMACString`).
    public String mac() {
        return identity.mac();
    }

    /// Name and MAC address in one: a value that nobody needs to count or release
    /// (`virInterfaceRef`, `virInterfaceFree`).
    public InterfaceId identity() {
        return identity;
    }

    /// The connection that it belongs to (`virInterfaceGetConnect`).
    public Connection connection() {
        return connection;
    }

    /// Brings the interface up (`virInterfaceCreate`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if it is up already
    /// @since 0.6.4
    public void create(int flags) {
        changing("virInterfaceCreate").create(identity, flags);
    }

    /// Takes the interface down (`virInterfaceDestroy`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if it is not up
    /// @since 0.6.4
    public void destroy(int flags) {
        changing("virInterfaceDestroy").destroy(identity, flags);
    }

    /// Removes the interface's definition; an interface that is up stays up
    /// (`virInterfaceUndefine`).
    ///
    /// @since 0.6.4
    public void undefine() {
        changing("virInterfaceUndefine").undefine(identity);
    }

    /// The interface's document: as it is, or as it is defined with INACTIVE
    /// (`virInterfaceGetXMLDesc`).
    ///
    /// @since 0.6.4
    public String xml(Flags<InterfaceXmlFlag> flags) {
        return reading("virInterfaceGetXMLDesc").xml(identity, flags);
    }

    /// Whether the interface is up (`virInterfaceIsActive`).
    ///
    /// @since 0.7.3
    public boolean isActive() {
        return reading("virInterfaceIsActive").isActive(identity);
    }

    private InterfaceDriver reading(String function) {
        return connection.objects(function).interfaces();
    }

    private InterfaceDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.INTERFACE, function).interfaces();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interface iface
                && iface.connection == connection
                && iface.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return "interface " + name();
    }
}
