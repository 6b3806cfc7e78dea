package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.host.InterfaceDefineFlag;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.InterfaceXmlFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.host.InterfaceCalls.ConnectListAllInterfaces;
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
import dev.jvirt.protocol.host.InterfaceCallsClient;
import dev.jvirt.protocol.host.RemoteInterface;
import java.util.ArrayList;
import java.util.List;

/// The interfaces of the far host.
final class RemoteInterfaceDriver implements InterfaceDriver {
    private final InterfaceCallsClient calls;

    RemoteInterfaceDriver(RemoteCaller caller) {
        this.calls = new InterfaceCallsClient(caller);
    }

    @Override
    public List<InterfaceId> list(Flags<InterfaceListFlag> flags) {
        var found =
                calls.connectListAllInterfaces(new ConnectListAllInterfaces(1, flags.bits()))
                        .ifaces();
        var interfaces = new ArrayList<InterfaceId>(found.size());
        for (RemoteInterface iface : found) {
            interfaces.add(Identities.local(iface));
        }
        return interfaces;
    }

    @Override
    public InterfaceId lookupByName(String name) {
        return Identities.local(
                calls.interfaceLookupByName(new InterfaceLookupByName(name)).iface());
    }

    @Override
    public InterfaceId lookupByMac(String mac) {
        return Identities.local(
                calls.interfaceLookupByMacString(new InterfaceLookupByMacString(mac)).iface());
    }

    @Override
    public InterfaceId defineXml(String xml, Flags<InterfaceDefineFlag> flags) {
        return Identities.local(
                calls.interfaceDefineXml(new InterfaceDefineXml(xml, flags.bits())).iface());
    }

    @Override
    public void undefine(InterfaceId iface) {
        calls.interfaceUndefine(new InterfaceUndefine(Identities.remote(iface)));
    }

    @Override
    public void create(InterfaceId iface, int flags) {
        calls.interfaceCreate(new InterfaceCreate(Identities.remote(iface), flags));
    }

    @Override
    public void destroy(InterfaceId iface, int flags) {
        calls.interfaceDestroy(new InterfaceDestroy(Identities.remote(iface), flags));
    }

    @Override
    public String xml(InterfaceId iface, Flags<InterfaceXmlFlag> flags) {
        return calls.interfaceGetXmlDesc(
                        new InterfaceGetXmlDesc(Identities.remote(iface), flags.bits()))
                .xml();
    }

    @Override
    public boolean isActive(InterfaceId iface) {
        return calls.interfaceIsActive(new InterfaceIsActive(Identities.remote(iface))).active()
                != 0;
    }

    @Override
    public void beginChange(int flags) {
        calls.interfaceChangeBegin(new InterfaceChangeBegin(flags));
    }

    @Override
    public void commitChange(int flags) {
        calls.interfaceChangeCommit(new InterfaceChangeCommit(flags));
    }

    @Override
    public void rollbackChange(int flags) {
        calls.interfaceChangeRollback(new InterfaceChangeRollback(flags));
    }
}
