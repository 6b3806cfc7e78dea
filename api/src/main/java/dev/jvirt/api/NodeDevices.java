package dev.jvirt.api;

import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.host.NodeDeviceCreateFlag;
import dev.jvirt.api.host.NodeDeviceDefineFlag;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NodeDeviceListFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The devices of a host.
///
/// @param connection that it belongs to
public record NodeDevices(Connection connection) {

    /// The devices that pass the filters, all without any (`virConnectListAllNodeDevices`).
    ///
    /// @since 0.10.2
    public List<NodeDevice> list(Flags<NodeDeviceListFlag> flags) {
        List<NodeDeviceId> found = reading("virConnectListAllNodeDevices").list(flags);
        var devices = new ArrayList<NodeDevice>(found.size());
        for (NodeDeviceId device : found) {
            devices.add(device(device));
        }
        return devices;
    }

    /// The names of the devices that are there (`virNodeListDevices`, `virNodeNumOfDevices`).
    ///
    /// @param capability that they must have, for example `pci`; empty for all of them
    /// @param flags 0
    /// @since 0.5.0
    public List<String> names(Optional<String> capability, int flags) {
        return reading("virNodeListDevices").names(capability, flags);
    }

    /// The device with that name (`virNodeDeviceLookupByName`).
    ///
    /// @param name for example `pci_0000_00_1f_2`
    /// @throws LibvirtException NO_NODE_DEVICE if there is none
    /// @since 0.5.0
    public NodeDevice lookupByName(String name) {
        return device(reading("virNodeDeviceLookupByName").lookupByName(name));
    }

    /// The SCSI host with those world wide names, each of 16 hexadecimal digits
    /// (`virNodeDeviceLookupSCSIHostByWWN`).
    ///
    /// @param wwnn of the node
    /// @param wwpn of the port
    /// @param flags 0
    /// @throws LibvirtException NO_NODE_DEVICE if there is none
    /// @since 1.0.3
    public NodeDevice lookupScsiHostByWwn(String wwnn, String wwpn, int flags) {
        return device(
                reading("virNodeDeviceLookupSCSIHostByWWN").lookupScsiHostByWwn(wwnn, wwpn, flags));
    }

    /// A handle for a device whose name is known already, without asking the driver whether it
    /// still exists.
    public NodeDevice device(NodeDeviceId identity) {
        return new NodeDevice(connection, identity);
    }

    /// Makes a device that software provides, for example a virtual HBA or a mediated device, and
    /// that is gone when it is destroyed or the host restarts (`virNodeDeviceCreateXML`).
    ///
    /// @param xml the device's document
    /// @since 0.6.3
    public NodeDevice createXml(String xml, Flags<NodeDeviceCreateFlag> flags) {
        return device(changing("virNodeDeviceCreateXML").createXml(xml, flags));
    }

    /// Defines such a device, or defines it anew, without making it (`virNodeDeviceDefineXML`).
    ///
    /// @param xml the device's document
    /// @since 7.3.0
    public NodeDevice defineXml(String xml, Flags<NodeDeviceDefineFlag> flags) {
        return device(changing("virNodeDeviceDefineXML").defineXml(xml, flags));
    }

    private NodeDeviceDriver reading(String function) {
        return connection.objects(function).nodeDevices();
    }

    private NodeDeviceDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.NODEDEV, function).nodeDevices();
    }
}
