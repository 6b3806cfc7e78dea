package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.InterfaceDefineFlag;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.InterfaceXmlFlag;
import java.util.List;

/// What a driver can do with the interfaces of its host. A driver overrides what it supports;
/// the rest answers NO_SUPPORT.
public interface InterfaceDriver {
    /// The interfaces that pass the filters, in no particular order.
    @Since("0.10.2")
    default List<InterfaceId> list(Flags<InterfaceListFlag> flags) {
        throw unsupported("virConnectListAllInterfaces");
    }

    /// The interface with that name, or NO_INTERFACE.
    @Since("0.6.4")
    default InterfaceId lookupByName(String name) {
        throw unsupported("virInterfaceLookupByName");
    }

    /// The interface with that MAC address, NO_INTERFACE, or MULTIPLE_INTERFACES.
    @Since("0.6.4")
    default InterfaceId lookupByMac(String mac) {
        throw unsupported("virInterfaceLookupByMACString");
    }

    /// Defines an interface, or defines it anew.
    @Since("0.6.4")
    default InterfaceId defineXml(String xml, Flags<InterfaceDefineFlag> flags) {
        throw unsupported("virInterfaceDefineXML");
    }

    /// Removes the definition of an interface.
    @Since("0.6.4")
    default void undefine(InterfaceId iface) {
        throw unsupported("virInterfaceUndefine");
    }

    /// Brings the interface up. `flags` must be 0.
    @Since("0.6.4")
    default void create(InterfaceId iface, int flags) {
        throw unsupported("virInterfaceCreate");
    }

    /// Takes the interface down. `flags` must be 0.
    @Since("0.6.4")
    default void destroy(InterfaceId iface, int flags) {
        throw unsupported("virInterfaceDestroy");
    }

    /// The document of the interface: as it is, or as it is defined with INACTIVE.
    @Since("0.6.4")
    default String xml(InterfaceId iface, Flags<InterfaceXmlFlag> flags) {
        throw unsupported("virInterfaceGetXMLDesc");
    }

    /// Whether the interface is up.
    @Since("0.7.3")
    default boolean isActive(InterfaceId iface) {
        throw unsupported("virInterfaceIsActive");
    }

    /// Remembers the definitions of all interfaces. `flags` must be 0.
    @Since("0.9.2")
    default void beginChange(int flags) {
        throw unsupported("virInterfaceChangeBegin");
    }

    /// Forgets what was remembered. `flags` must be 0.
    @Since("0.9.2")
    default void commitChange(int flags) {
        throw unsupported("virInterfaceChangeCommit");
    }

    /// Goes back to what was remembered. `flags` must be 0.
    @Since("0.9.2")
    default void rollbackChange(int flags) {
        throw unsupported("virInterfaceChangeRollback");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.INTERFACE, function);
    }
}
