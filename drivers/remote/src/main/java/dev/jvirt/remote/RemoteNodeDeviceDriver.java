package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.NodeDeviceCreateFlag;
import dev.jvirt.api.host.NodeDeviceDefineFlag;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NodeDeviceListFlag;
import dev.jvirt.api.host.NodeDeviceUpdateFlag;
import dev.jvirt.api.host.NodeDeviceXmlFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.host.NodeDeviceCalls.ConnectListAllNodeDevices;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceCreate;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceCreateXml;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDefineXml;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDestroy;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetAutostart;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetParent;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetXmlDesc;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceIsActive;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceIsPersistent;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceListCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceLookupByName;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceLookupScsiHostByWwn;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceSetAutostart;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceUndefine;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceUpdate;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeListDevices;
import dev.jvirt.protocol.host.NodeDeviceCallsClient;
import dev.jvirt.protocol.host.RemoteNodeDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The devices of the far host. They travel by name.
final class RemoteNodeDeviceDriver implements NodeDeviceDriver {
    /// `REMOTE_NODE_DEVICE_LIST_MAX`, and `REMOTE_NODE_DEVICE_CAPS_LIST_MAX`
    private static final int MOST_NAMES = 65536;

    private final RemoteSession session;
    private final NodeDeviceCallsClient calls;

    RemoteNodeDeviceDriver(RemoteSession session, RemoteCaller caller) {
        this.session = session;
        this.calls = new NodeDeviceCallsClient(caller);
    }

    @Override
    public List<NodeDeviceId> list(Flags<NodeDeviceListFlag> flags) {
        var found =
                calls.connectListAllNodeDevices(new ConnectListAllNodeDevices(1, flags.bits()))
                        .devices();
        var devices = new ArrayList<NodeDeviceId>(found.size());
        for (RemoteNodeDevice device : found) {
            devices.add(Identities.local(device));
        }
        return devices;
    }

    @Override
    public List<String> names(Optional<String> capability, int flags) {
        return calls.nodeListDevices(new NodeListDevices(capability, MOST_NAMES, flags)).names();
    }

    @Override
    public NodeDeviceId lookupByName(String name) {
        return Identities.local(
                calls.nodeDeviceLookupByName(new NodeDeviceLookupByName(name)).dev());
    }

    @Override
    public NodeDeviceId lookupScsiHostByWwn(String wwnn, String wwpn, int flags) {
        var call = new NodeDeviceLookupScsiHostByWwn(wwnn, wwpn, flags);
        return Identities.local(calls.nodeDeviceLookupScsiHostByWwn(call).dev());
    }

    @Override
    public NodeDeviceId createXml(String xml, Flags<NodeDeviceCreateFlag> flags) {
        return Identities.local(
                calls.nodeDeviceCreateXml(new NodeDeviceCreateXml(xml, flags.bits())).dev());
    }

    @Override
    public NodeDeviceId defineXml(String xml, Flags<NodeDeviceDefineFlag> flags) {
        return Identities.local(
                calls.nodeDeviceDefineXml(new NodeDeviceDefineXml(xml, flags.bits())).dev());
    }

    @Override
    public void undefine(NodeDeviceId device, int flags) {
        calls.nodeDeviceUndefine(new NodeDeviceUndefine(device.name(), flags));
    }

    @Override
    public void create(NodeDeviceId device, int flags) {
        calls.nodeDeviceCreate(new NodeDeviceCreate(device.name(), flags));
    }

    @Override
    public void destroy(NodeDeviceId device) {
        calls.nodeDeviceDestroy(new NodeDeviceDestroy(device.name()));
    }

    @Override
    public void update(NodeDeviceId device, String xml, Flags<NodeDeviceUpdateFlag> flags) {
        calls.nodeDeviceUpdate(new NodeDeviceUpdate(device.name(), xml, flags.bits()));
    }

    @Override
    public String xml(NodeDeviceId device, Flags<NodeDeviceXmlFlag> flags) {
        return calls.nodeDeviceGetXmlDesc(new NodeDeviceGetXmlDesc(device.name(), flags.bits()))
                .xml();
    }

    @Override
    public Optional<String> parent(NodeDeviceId device) {
        return calls.nodeDeviceGetParent(new NodeDeviceGetParent(device.name())).parentName();
    }

    @Override
    public List<String> capabilities(NodeDeviceId device) {
        return calls.nodeDeviceListCaps(new NodeDeviceListCaps(device.name(), MOST_NAMES)).names();
    }

    /// The older call if it says it all: every daemon has it.
    @Override
    public boolean autostart(NodeDeviceId device) {
        return calls.nodeDeviceGetAutostart(new NodeDeviceGetAutostart(device.name())).autostart()
                != 0;
    }

    @Override
    public void setAutostart(NodeDeviceId device, boolean autostart) {
        calls.nodeDeviceSetAutostart(new NodeDeviceSetAutostart(device.name(), autostart ? 1 : 0));
    }

    @Override
    public boolean isPersistent(NodeDeviceId device) {
        return calls.nodeDeviceIsPersistent(new NodeDeviceIsPersistent(device.name())).persistent()
                != 0;
    }

    @Override
    public boolean isActive(NodeDeviceId device) {
        return calls.nodeDeviceIsActive(new NodeDeviceIsActive(device.name())).active() != 0;
    }

    @Override
    public Subscription subscribe(
            NodeDeviceEventId kind,
            Optional<NodeDeviceId> device,
            Consumer<NodeDeviceEvent> handler) {
        return session.events().nodeDevices().subscribe(kind, device, handler);
    }
}
