package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.host.InterfaceDefineFlag;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.host.InterfaceXmlFlag;
import dev.jvirt.documents.host.HostInterface;
import java.util.List;

/// The interfaces of a world's host, as a connection sees them.
final class TestInterfaceDriver implements InterfaceDriver {
    private final TestWorld world;

    TestInterfaceDriver(TestWorld world) {
        this.world = world;
    }

    private TestInterfaces interfaces() {
        return world.interfaces();
    }

    @Override
    public List<InterfaceId> list(Flags<InterfaceListFlag> flags) {
        flags.allow(TEST, "testConnectListAllInterfaces", InterfaceListFlag.values());
        boolean all = !flags.hasAny(InterfaceListFlag.ACTIVE, InterfaceListFlag.INACTIVE);
        return interfaces().all().stream()
                .filter(
                        entry ->
                                all
                                        || flags.has(
                                                entry.active()
                                                        ? InterfaceListFlag.ACTIVE
                                                        : InterfaceListFlag.INACTIVE))
                .map(TestInterfaces.Entry::identity)
                .toList();
    }

    @Override
    public InterfaceId lookupByName(String name) {
        return interfaces().require(name).identity();
    }

    @Override
    public InterfaceId lookupByMac(String mac) {
        return interfaces().requireMac(mac).identity();
    }

    @Override
    public InterfaceId defineXml(String xml, Flags<InterfaceDefineFlag> flags) {
        flags.allow(TEST, "testInterfaceDefineXML", InterfaceDefineFlag.VALIDATE);
        return interfaces().define(HostInterface.parse(xml)).identity();
    }

    @Override
    public void undefine(InterfaceId iface) {
        interfaces().undefine(iface.name());
    }

    @Override
    public void create(InterfaceId iface, int flags) {
        Flags.refuse(TEST, "testInterfaceCreate", flags);
        interfaces().activate(iface.name(), true);
    }

    @Override
    public void destroy(InterfaceId iface, int flags) {
        Flags.refuse(TEST, "testInterfaceDestroy", flags);
        interfaces().activate(iface.name(), false);
    }

    @Override
    public String xml(InterfaceId iface, Flags<InterfaceXmlFlag> flags) {
        flags.allow(TEST, "testInterfaceGetXMLDesc");
        return interfaces().require(iface.name()).definition().format();
    }

    @Override
    public boolean isActive(InterfaceId iface) {
        return interfaces().require(iface.name()).active();
    }

    @Override
    public void beginChange(int flags) {
        Flags.refuse(TEST, "testInterfaceChangeBegin", flags);
        interfaces().beginChange();
    }

    @Override
    public void commitChange(int flags) {
        Flags.refuse(TEST, "testInterfaceChangeCommit", flags);
        interfaces().commitChange();
    }

    @Override
    public void rollbackChange(int flags) {
        Flags.refuse(TEST, "testInterfaceChangeRollback", flags);
        interfaces().rollbackChange();
    }
}
