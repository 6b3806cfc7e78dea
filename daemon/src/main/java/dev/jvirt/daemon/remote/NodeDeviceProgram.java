package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.api.NodeDevices;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.host.NodeDeviceCalls.ConnectListAllNodeDevices;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceCreate;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceCreateXml;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDefineXml;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDestroy;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDetachFlags;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDettach;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetAutostart;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetParent;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceGetXmlDesc;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceIsActive;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceIsPersistent;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceListCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceLookupByName;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceLookupScsiHostByWwn;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceNumOfCaps;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceReAttach;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceReset;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceSetAutostart;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceUndefine;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceUpdate;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeListDevices;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeNumOfDevices;
import dev.jvirt.protocol.host.NodeDeviceCallsHandler;
import dev.jvirt.protocol.host.RemoteNodeDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The devices of the host. They travel by name.
record NodeDeviceProgram(RemoteSession session) implements NodeDeviceCallsHandler {

    private NodeDevices devices() {
        return session.connection().nodeDevices();
    }

    private NodeDevice device(String name) {
        return devices().device(new NodeDeviceId(name));
    }

    @Override
    public NodeNumOfDevices.Reply nodeNumOfDevices(NodeNumOfDevices message) {
        return new NodeNumOfDevices.Reply(
                NamedCall.of(
                                ErrorDomain.NODEDEV,
                                "virNodeNumOfDevices",
                                () -> names(message.cap(), message.flags()))
                        .size());
    }

    @Override
    public NodeListDevices.Reply nodeListDevices(NodeListDevices message) {
        devices();
        int max = message.maxnames();
        ListLimits.check(max, ListLimits.NODE_DEVICES, "maxnames", "REMOTE_NODE_DEVICE_LIST_MAX");
        return new NodeListDevices.Reply(
                ListLimits.names(names(message.cap(), message.flags()), name -> name, max));
    }

    private List<String> names(Optional<String> capability, int flags) {
        return CallAccess.visible(devices().names(capability, flags), NodeDeviceId::new);
    }

    @Override
    public ConnectListAllNodeDevices.Reply connectListAllNodeDevices(
            ConnectListAllNodeDevices message) {
        var found = CallAccess.visible(devices().list(new Flags<>(message.flags())));
        ListLimits.sendable(found, ListLimits.NODE_DEVICES, "node_device");
        var devices = new ArrayList<RemoteNodeDevice>();
        if (message.needResults() != 0) {
            for (NodeDevice device : found) {
                devices.add(Identities.remote(device.identity()));
            }
        }
        return new ConnectListAllNodeDevices.Reply(devices, found.size());
    }

    @Override
    public NodeDeviceLookupByName.Reply nodeDeviceLookupByName(NodeDeviceLookupByName message) {
        var device = devices().lookupByName(message.name());
        return new NodeDeviceLookupByName.Reply(Identities.remote(device.identity()));
    }

    @Override
    public NodeDeviceLookupScsiHostByWwn.Reply nodeDeviceLookupScsiHostByWwn(
            NodeDeviceLookupScsiHostByWwn message) {
        var device = devices().lookupScsiHostByWwn(message.wwnn(), message.wwpn(), message.flags());
        return new NodeDeviceLookupScsiHostByWwn.Reply(Identities.remote(device.identity()));
    }

    @Override
    public NodeDeviceGetXmlDesc.Reply nodeDeviceGetXmlDesc(NodeDeviceGetXmlDesc message) {
        return new NodeDeviceGetXmlDesc.Reply(
                device(message.name()).xml(new Flags<>(message.flags())));
    }

    @Override
    public NodeDeviceGetParent.Reply nodeDeviceGetParent(NodeDeviceGetParent message) {
        return new NodeDeviceGetParent.Reply(device(message.name()).parent());
    }

    @Override
    public NodeDeviceNumOfCaps.Reply nodeDeviceNumOfCaps(NodeDeviceNumOfCaps message) {
        return new NodeDeviceNumOfCaps.Reply(
                NamedCall.of(
                                ErrorDomain.NODEDEV,
                                "virNodeDeviceNumOfCaps",
                                () -> device(message.name()).capabilities())
                        .size());
    }

    @Override
    public NodeDeviceListCaps.Reply nodeDeviceListCaps(NodeDeviceListCaps message) {
        var device = device(message.name());
        int max = message.maxnames();
        ListLimits.check(
                max, ListLimits.NODE_DEVICE_CAPS, "maxnames", "REMOTE_NODE_DEVICE_CAPS_LIST_MAX");
        return new NodeDeviceListCaps.Reply(
                ListLimits.names(device.capabilities(), name -> name, max));
    }

    @Override
    public void nodeDeviceDettach(NodeDeviceDettach message) {
        device(message.name()).detach(Optional.empty(), 0);
    }

    @Override
    public void nodeDeviceDetachFlags(NodeDeviceDetachFlags message) {
        String function = "virNodeDeviceDetachFlags";
        session.writable(ErrorDomain.NODEDEV, function);
        NamedCall.run(
                ErrorDomain.NODEDEV,
                function,
                () -> device(message.name()).detach(message.driverName(), message.flags()));
    }

    @Override
    public void nodeDeviceReAttach(NodeDeviceReAttach message) {
        device(message.name()).reattach();
    }

    @Override
    public void nodeDeviceReset(NodeDeviceReset message) {
        device(message.name()).reset();
    }

    @Override
    public NodeDeviceCreateXml.Reply nodeDeviceCreateXml(NodeDeviceCreateXml message) {
        var device = devices().createXml(message.xmlDesc(), new Flags<>(message.flags()));
        return new NodeDeviceCreateXml.Reply(Identities.remote(device.identity()));
    }

    @Override
    public NodeDeviceDefineXml.Reply nodeDeviceDefineXml(NodeDeviceDefineXml message) {
        var device = devices().defineXml(message.xmlDesc(), new Flags<>(message.flags()));
        return new NodeDeviceDefineXml.Reply(Identities.remote(device.identity()));
    }

    @Override
    public void nodeDeviceUndefine(NodeDeviceUndefine message) {
        device(message.name()).undefine(message.flags());
    }

    @Override
    public void nodeDeviceCreate(NodeDeviceCreate message) {
        device(message.name()).create(message.flags());
    }

    @Override
    public void nodeDeviceDestroy(NodeDeviceDestroy message) {
        device(message.name()).destroy();
    }

    @Override
    public void nodeDeviceUpdate(NodeDeviceUpdate message) {
        device(message.name()).update(message.xmlDesc(), new Flags<>(message.flags()));
    }

    @Override
    public NodeDeviceGetAutostart.Reply nodeDeviceGetAutostart(NodeDeviceGetAutostart message) {
        return new NodeDeviceGetAutostart.Reply(device(message.name()).autostart() ? 1 : 0);
    }

    @Override
    public void nodeDeviceSetAutostart(NodeDeviceSetAutostart message) {
        device(message.name()).setAutostart(message.autostart() != 0);
    }

    @Override
    public NodeDeviceIsPersistent.Reply nodeDeviceIsPersistent(NodeDeviceIsPersistent message) {
        return new NodeDeviceIsPersistent.Reply(device(message.name()).isPersistent() ? 1 : 0);
    }

    @Override
    public NodeDeviceIsActive.Reply nodeDeviceIsActive(NodeDeviceIsActive message) {
        return new NodeDeviceIsActive.Reply(device(message.name()).isActive() ? 1 : 0);
    }
}
