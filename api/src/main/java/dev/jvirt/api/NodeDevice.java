package dev.jvirt.api;

import dev.jvirt.api.driver.HypervisorDriver;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NodeDeviceUpdateFlag;
import dev.jvirt.api.host.NodeDeviceXmlFlag;
import java.util.List;
import java.util.Optional;

/// A device of a host: a handle that names it, not its state (`virNodeDevicePtr`).
///
/// All methods that ask the driver throw [LibvirtException], NO_NODE_DEVICE if the device is gone.
public final class NodeDevice {
    private final Connection connection;
    private final NodeDeviceId identity;

    NodeDevice(Connection connection, NodeDeviceId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The device's name (`virNodeDeviceGetName`).
    public String name() {
        return identity.name();
    }

    /// The name as a value that nobody needs to count or release (`virNodeDeviceRef`,
    /// `virNodeDeviceFree`).
    public NodeDeviceId identity() {
        return identity;
    }

    /// The connection that it belongs to.
    public Connection connection() {
        return connection;
    }

    /// The device's document (`virNodeDeviceGetXMLDesc`).
    ///
    /// @since 0.5.0
    public String xml(Flags<NodeDeviceXmlFlag> flags) {
        return reading("virNodeDeviceGetXMLDesc").xml(identity, flags);
    }

    /// The name of the device that it hangs on; empty for the root of the tree
    /// (`virNodeDeviceGetParent`).
    ///
    /// @since 0.5.0
    public Optional<String> parent() {
        return reading("virNodeDeviceGetParent").parent(identity);
    }

    /// What the device can do, by libvirt's names, for example `net` (`virNodeDeviceListCaps`,
    /// `virNodeDeviceNumOfCaps`).
    ///
    /// @since 0.5.0
    public List<String> capabilities() {
        return reading("virNodeDeviceListCaps").capabilities(identity);
    }

    /// Takes the device from its driver of the host, so that a domain can have it
    /// (`virNodeDeviceDettach`, `virNodeDeviceDetachFlags`).
    ///
    /// @param driver that it is given to instead, for example `vfio`; empty for the one that suits
    /// the hypervisor
    /// @param flags 0
    /// @since 1.0.5
    public void detach(Optional<String> driver, int flags) {
        boolean older = driver.isEmpty() && flags == 0;
        hypervisor(older ? "virNodeDeviceDettach" : "virNodeDeviceDetachFlags")
                .detachDevice(identity, driver, flags);
    }

    /// Gives the device back to its driver of the host (`virNodeDeviceReAttach`).
    ///
    /// @since 0.6.1
    public void reattach() {
        hypervisor("virNodeDeviceReAttach").reattachDevice(identity);
    }

    /// Resets the device, which must be detached (`virNodeDeviceReset`).
    ///
    /// @since 0.6.1
    public void reset() {
        hypervisor("virNodeDeviceReset").resetDevice(identity);
    }

    /// Makes the defined device (`virNodeDeviceCreate`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if it is there already
    /// @since 7.3.0
    public void create(int flags) {
        changing("virNodeDeviceCreate").create(identity, flags);
    }

    /// Takes the device, which software provides, away from the host (`virNodeDeviceDestroy`).
    ///
    /// @since 0.6.3
    public void destroy() {
        changing("virNodeDeviceDestroy").destroy(identity);
    }

    /// Removes the device's definition; a device that is there stays until it is destroyed
    /// (`virNodeDeviceUndefine`).
    ///
    /// @param flags 0
    /// @since 7.3.0
    public void undefine(int flags) {
        changing("virNodeDeviceUndefine").undefine(identity, flags);
    }

    /// Changes the device, its definition, or both (`virNodeDeviceUpdate`).
    ///
    /// @param xml the device's document as it shall be
    /// @since 10.1.0
    public void update(String xml, Flags<NodeDeviceUpdateFlag> flags) {
        changing("virNodeDeviceUpdate").update(identity, xml, flags);
    }

    /// Whether the device is made when the host starts (`virNodeDeviceGetAutostart`).
    ///
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection, though nothing changes
    /// @since 7.8.0
    public boolean autostart() {
        return changing("virNodeDeviceGetAutostart").autostart(identity);
    }

    /// Sets whether the device is made when the host starts (`virNodeDeviceSetAutostart`).
    ///
    /// @since 7.8.0
    public void setAutostart(boolean autostart) {
        changing("virNodeDeviceSetAutostart").setAutostart(identity, autostart);
    }

    /// Whether the device is defined and thus stays when it is destroyed
    /// (`virNodeDeviceIsPersistent`).
    ///
    /// @since 7.8.0
    public boolean isPersistent() {
        return reading("virNodeDeviceIsPersistent").isPersistent(identity);
    }

    /// Whether the device is there (`virNodeDeviceIsActive`).
    ///
    /// @since 7.8.0
    public boolean isActive() {
        return reading("virNodeDeviceIsActive").isActive(identity);
    }

    private NodeDeviceDriver reading(String function) {
        return connection.objects(function).nodeDevices();
    }

    /// The driver that can take the device from the host: it is the one that gives it to domains.
    private HypervisorDriver hypervisor(String function) {
        return connection.changing(ErrorDomain.NODEDEV, function).hypervisor();
    }

    private NodeDeviceDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.NODEDEV, function).nodeDevices();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeDevice device
                && device.connection == connection
                && device.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return "node device " + name();
    }
}
