package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.NodeDevice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A device of a host (`virNodeDevicePtr`).
public class Device {
    private final Handle<NodeDevice> handle;

    Device(Connect connect, NodeDevice device) {
        this.handle = connect.handle().next(Handle.Kind.NODE_DEVICE, device);
    }

    /// Removes it from the host (`virNodeDeviceDestroy`).
    ///
    /// @return 0
    public int destroy() throws LibvirtException {
        handle.run("virNodeDeviceDestroy", NodeDevice::destroy);
        return 0;
    }

    /// Takes it from its driver, so that a guest can have it (`virNodeDeviceDettach`).
    ///
    /// @return 0
    public int detach() throws LibvirtException {
        handle.run("virNodeDeviceDettach", device -> device.detach(Optional.empty(), 0));
        return 0;
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virNodeDeviceFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Its name (`virNodeDeviceGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virNodeDeviceGetName", NodeDevice::name);
    }

    /// How many capabilities it has (`virNodeDeviceNumOfCaps`).
    public int getNumberOfCapabilities() throws LibvirtException {
        return handle.call("virNodeDeviceNumOfCaps", device -> device.capabilities().size());
    }

    /// The name of the device that it is behind; null if it is behind none
    /// (`virNodeDeviceGetParent`).
    public @Nullable String getParent() throws LibvirtException {
        return handle.call("virNodeDeviceGetParent", NodeDevice::parent).orElse(null);
    }

    /// Its document (`virNodeDeviceGetXMLDesc`).
    public String getXMLDescription() throws LibvirtException {
        return handle.call("virNodeDeviceGetXMLDesc", device -> device.xml(Flags.none()));
    }

    /// The names of its capabilities (`virNodeDeviceListCaps`).
    public String[] listCapabilities() throws LibvirtException {
        return handle.call(
                "virNodeDeviceListCaps", device -> device.capabilities().toArray(String[]::new));
    }

    /// Gives it back to its driver (`virNodeDeviceReAttach`).
    ///
    /// @return 0
    public int reAttach() throws LibvirtException {
        handle.run("virNodeDeviceReAttach", NodeDevice::reattach);
        return 0;
    }

    /// Resets it (`virNodeDeviceReset`).
    ///
    /// @return 0
    public int reset() throws LibvirtException {
        handle.run("virNodeDeviceReset", NodeDevice::reset);
        return 0;
    }
}
