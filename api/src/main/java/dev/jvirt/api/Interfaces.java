package dev.jvirt.api;

import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.host.InterfaceDefineFlag;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.InterfaceListFlag;
import java.util.ArrayList;
import java.util.List;

/// The network interfaces of a host.
///
/// A change of several definitions can be tried: between [#beginChange] and [#commitChange] all of
/// it can be taken back, and is taken back if the host restarts meanwhile.
///
/// @param connection that it belongs to
public record Interfaces(Connection connection) {

    /// The interfaces that pass the filters, all without any (`virConnectListAllInterfaces`,
    /// `virConnectNumOfInterfaces`, `virConnectListInterfaces`, `virConnectNumOfDefinedInterfaces`,
    /// `virConnectListDefinedInterfaces`).
    ///
    /// @since 0.10.2
    public List<Interface> list(Flags<InterfaceListFlag> flags) {
        List<InterfaceId> found = reading("virConnectListAllInterfaces").list(flags);
        var interfaces = new ArrayList<Interface>(found.size());
        for (InterfaceId iface : found) {
            interfaces.add(iface(iface));
        }
        return interfaces;
    }

    /// The interface with that name (`virInterfaceLookupByName`).
    ///
    /// @param name for example `eth0`
    /// @throws LibvirtException NO_INTERFACE if there is none
    /// @since 0.6.4
    public Interface lookupByName(String name) {
        return iface(reading("virInterfaceLookupByName").lookupByName(name));
    }

    /// The interface with that MAC address (`virInterfaceLookupByMACString`).
    ///
    /// @param mac six bytes in hexadecimal, separated by colons
    /// @throws LibvirtException NO_INTERFACE if there is none, MULTIPLE_INTERFACES if there are
    /// several
    /// @since 0.6.4
    public Interface lookupByMac(String mac) {
        return iface(reading("virInterfaceLookupByMACString").lookupByMac(mac));
    }

    /// A handle for an interface whose identity is known already, without asking the driver whether
    /// it still exists.
    public Interface iface(InterfaceId identity) {
        return new Interface(connection, identity);
    }

    /// Defines an interface, or defines it anew, without bringing it up (`virInterfaceDefineXML`).
    ///
    /// @param xml the interface's document
    /// @since 0.6.4
    public Interface defineXml(String xml, Flags<InterfaceDefineFlag> flags) {
        return iface(changing("virInterfaceDefineXML").defineXml(xml, flags));
    }

    /// Begins a change of definitions that can be taken back (`virInterfaceChangeBegin`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if one has begun already
    /// @since 0.9.2
    public void beginChange(int flags) {
        changing("virInterfaceChangeBegin").beginChange(flags);
    }

    /// Makes the change final (`virInterfaceChangeCommit`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if none has begun
    /// @since 0.9.2
    public void commitChange(int flags) {
        changing("virInterfaceChangeCommit").commitChange(flags);
    }

    /// Takes the change back: the definitions are what they were when it began
    /// (`virInterfaceChangeRollback`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if none has begun
    /// @since 0.9.2
    public void rollbackChange(int flags) {
        changing("virInterfaceChangeRollback").rollbackChange(flags);
    }

    private InterfaceDriver reading(String function) {
        return connection.objects(function).interfaces();
    }

    private InterfaceDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.INTERFACE, function).interfaces();
    }
}
