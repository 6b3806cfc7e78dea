package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Interface;
import dev.jvirt.api.Interfaces;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListAllInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListDefinedInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectNumOfDefinedInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectNumOfInterfaces;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceChangeBegin;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceChangeCommit;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceChangeRollback;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceCreate;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceDefineXml;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceDestroy;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceGetXmlDesc;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceIsActive;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceLookupByMacString;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceLookupByName;
import dev.jvirt.protocol.host.InterfaceCalls.InterfaceUndefine;
import dev.jvirt.protocol.host.InterfaceCallsHandler;
import dev.jvirt.protocol.host.RemoteInterface;
import java.util.ArrayList;
import java.util.List;

/// The network interfaces of the host.
record InterfaceProgram(RemoteSession session) implements InterfaceCallsHandler {

    private Interfaces interfaces() {
        return session.connection().interfaces();
    }

    private Interface iface(RemoteInterface named) {
        return interfaces().iface(Identities.local(named));
    }

    @Override
    public ConnectNumOfInterfaces.Reply connectNumOfInterfaces() {
        return new ConnectNumOfInterfaces.Reply(
                list("virConnectNumOfInterfaces", InterfaceListFlag.ACTIVE).size());
    }

    @Override
    public ConnectListInterfaces.Reply connectListInterfaces(ConnectListInterfaces message) {
        return new ConnectListInterfaces.Reply(
                names("virConnectListInterfaces", InterfaceListFlag.ACTIVE, message.maxnames()));
    }

    @Override
    public ConnectNumOfDefinedInterfaces.Reply connectNumOfDefinedInterfaces() {
        return new ConnectNumOfDefinedInterfaces.Reply(
                list("virConnectNumOfDefinedInterfaces", InterfaceListFlag.INACTIVE).size());
    }

    @Override
    public ConnectListDefinedInterfaces.Reply connectListDefinedInterfaces(
            ConnectListDefinedInterfaces message) {
        return new ConnectListDefinedInterfaces.Reply(
                names(
                        "virConnectListDefinedInterfaces",
                        InterfaceListFlag.INACTIVE,
                        message.maxnames()));
    }

    private List<String> names(String function, InterfaceListFlag flag, int max) {
        session.connection();
        ListLimits.check(max, ListLimits.HOST_INTERFACES, "maxnames", "REMOTE_INTERFACE_LIST_MAX");
        return ListLimits.names(list(function, flag), Interface::name, max);
    }

    private List<Interface> list(String function, InterfaceListFlag flag) {
        var interfaces = interfaces();
        return CallAccess.visible(
                NamedCall.of(
                        ErrorDomain.INTERFACE, function, () -> interfaces.list(Flags.of(flag))));
    }

    @Override
    public ConnectListAllInterfaces.Reply connectListAllInterfaces(
            ConnectListAllInterfaces message) {
        var found = CallAccess.visible(interfaces().list(new Flags<>(message.flags())));
        ListLimits.sendable(found, ListLimits.HOST_INTERFACES, "interface");
        var interfaces = new ArrayList<RemoteInterface>();
        if (message.needResults() != 0) {
            for (Interface iface : found) {
                interfaces.add(Identities.remote(iface.identity()));
            }
        }
        return new ConnectListAllInterfaces.Reply(interfaces, found.size());
    }

    @Override
    public InterfaceLookupByName.Reply interfaceLookupByName(InterfaceLookupByName message) {
        var iface = interfaces().lookupByName(message.name());
        return new InterfaceLookupByName.Reply(Identities.remote(iface.identity()));
    }

    @Override
    public InterfaceLookupByMacString.Reply interfaceLookupByMacString(
            InterfaceLookupByMacString message) {
        var iface = interfaces().lookupByMac(message.mac());
        return new InterfaceLookupByMacString.Reply(Identities.remote(iface.identity()));
    }

    @Override
    public InterfaceGetXmlDesc.Reply interfaceGetXmlDesc(InterfaceGetXmlDesc message) {
        return new InterfaceGetXmlDesc.Reply(
                iface(message.iface()).xml(new Flags<>(message.flags())));
    }

    @Override
    public InterfaceDefineXml.Reply interfaceDefineXml(InterfaceDefineXml message) {
        var iface = interfaces().defineXml(message.xml(), new Flags<>(message.flags()));
        return new InterfaceDefineXml.Reply(Identities.remote(iface.identity()));
    }

    @Override
    public void interfaceUndefine(InterfaceUndefine message) {
        iface(message.iface()).undefine();
    }

    @Override
    public void interfaceCreate(InterfaceCreate message) {
        iface(message.iface()).create(message.flags());
    }

    @Override
    public void interfaceDestroy(InterfaceDestroy message) {
        iface(message.iface()).destroy(message.flags());
    }

    @Override
    public InterfaceIsActive.Reply interfaceIsActive(InterfaceIsActive message) {
        return new InterfaceIsActive.Reply(iface(message.iface()).isActive() ? 1 : 0);
    }

    @Override
    public void interfaceChangeBegin(InterfaceChangeBegin message) {
        interfaces().beginChange(message.flags());
    }

    @Override
    public void interfaceChangeCommit(InterfaceChangeCommit message) {
        interfaces().commitChange(message.flags());
    }

    @Override
    public void interfaceChangeRollback(InterfaceChangeRollback message) {
        interfaces().rollbackChange(message.flags());
    }
}
