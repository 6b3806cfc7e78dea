package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.NodeDeviceCreateFlag;
import dev.jvirt.api.host.NodeDeviceDefineFlag;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NodeDeviceListFlag;
import dev.jvirt.api.host.NodeDeviceUpdateFlag;
import dev.jvirt.api.host.NodeDeviceXmlFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a driver can do with the devices of its host. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
public interface NodeDeviceDriver {
    /// The devices that pass the filters, in no particular order.
    @Since("0.10.2")
    default List<NodeDeviceId> list(Flags<NodeDeviceListFlag> flags) {
        throw unsupported("virConnectListAllNodeDevices");
    }

    /// The names of the devices that are there. `flags` must be 0.
    ///
    /// @param capability that they must have; empty for all of them
    @Since("0.5.0")
    default List<String> names(Optional<String> capability, int flags) {
        throw unsupported("virNodeListDevices");
    }

    /// The device with that name, or NO_NODE_DEVICE.
    @Since("0.5.0")
    default NodeDeviceId lookupByName(String name) {
        throw unsupported("virNodeDeviceLookupByName");
    }

    /// The SCSI host with those names on its fabric, or NO_NODE_DEVICE. `flags` must be 0.
    ///
    /// @param wwnn of the node
    /// @param wwpn of the port
    @Since("1.0.3")
    default NodeDeviceId lookupScsiHostByWwn(String wwnn, String wwpn, int flags) {
        throw unsupported("virNodeDeviceLookupSCSIHostByWWN");
    }

    /// Makes a device that is not defined.
    @Since("0.6.3")
    default NodeDeviceId createXml(String xml, Flags<NodeDeviceCreateFlag> flags) {
        throw unsupported("virNodeDeviceCreateXML");
    }

    /// Defines a device, or defines it anew.
    @Since("7.3.0")
    default NodeDeviceId defineXml(String xml, Flags<NodeDeviceDefineFlag> flags) {
        throw unsupported("virNodeDeviceDefineXML");
    }

    /// Removes the definition of a device. `flags` must be 0.
    @Since("7.3.0")
    default void undefine(NodeDeviceId device, int flags) {
        throw unsupported("virNodeDeviceUndefine");
    }

    /// Makes a defined device. `flags` must be 0.
    @Since("7.3.0")
    default void create(NodeDeviceId device, int flags) {
        throw unsupported("virNodeDeviceCreate");
    }

    /// Takes a device away from the host that software made.
    @Since("0.6.3")
    default void destroy(NodeDeviceId device) {
        throw unsupported("virNodeDeviceDestroy");
    }

    /// Changes a device or its definition.
    @Since("10.1.0")
    default void update(NodeDeviceId device, String xml, Flags<NodeDeviceUpdateFlag> flags) {
        throw unsupported("virNodeDeviceUpdate");
    }

    /// The document of the device: as it is, or as it is defined with INACTIVE.
    @Since("0.5.0")
    default String xml(NodeDeviceId device, Flags<NodeDeviceXmlFlag> flags) {
        throw unsupported("virNodeDeviceGetXMLDesc");
    }

    /// The name of the device that it hangs on; empty for the root of the tree.
    @Since("0.5.0")
    default Optional<String> parent(NodeDeviceId device) {
        throw unsupported("virNodeDeviceGetParent");
    }

    /// What the device can do, by libvirt's names.
    @Since("0.5.0")
    default List<String> capabilities(NodeDeviceId device) {
        throw unsupported("virNodeDeviceListCaps");
    }

    /// Whether the device is made when the host starts.
    @Since("7.8.0")
    default boolean autostart(NodeDeviceId device) {
        throw unsupported("virNodeDeviceGetAutostart");
    }

    /// Sets whether the device is made when the host starts.
    @Since("7.8.0")
    default void setAutostart(NodeDeviceId device, boolean autostart) {
        throw unsupported("virNodeDeviceSetAutostart");
    }

    /// Whether the device is defined, and thus stays when it is destroyed.
    @Since("7.8.0")
    default boolean isPersistent(NodeDeviceId device) {
        throw unsupported("virNodeDeviceIsPersistent");
    }

    /// Whether the device is there.
    @Since("7.8.0")
    default boolean isActive(NodeDeviceId device) {
        throw unsupported("virNodeDeviceIsActive");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.NODEDEV, function);
    }

    /// Delivers events of one kind, of one device or of all. The handler must not wait; who calls
    /// it is the driver.
    @Since("2.2.0")
    default Subscription subscribe(
            NodeDeviceEventId kind,
            Optional<NodeDeviceId> device,
            Consumer<NodeDeviceEvent> handler) {
        throw LibvirtException.unsupported(
                ErrorDomain.NODEDEV, "virConnectNodeDeviceEventRegisterAny");
    }
}
