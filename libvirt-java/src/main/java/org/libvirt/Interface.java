package org.libvirt;

import dev.jvirt.api.Flags;

/// A network interface of a host (`virInterfacePtr`).
public class Interface {
    /// Shows the document of its definition, also while it is up.
    public static final int VIR_INTERFACE_XML_INACTIVE = 1 << 0;

    private final Handle<dev.jvirt.api.Interface> handle;

    Interface(Connect connect, dev.jvirt.api.Interface iface) {
        this.handle = connect.handle().next(Handle.Kind.INTERFACE, iface);
    }

    /// Brings it up (`virInterfaceCreate`).
    ///
    /// @return 0
    public int create() throws LibvirtException {
        handle.run("virInterfaceCreate", iface -> iface.create(0));
        return 0;
    }

    /// Takes it down (`virInterfaceDestroy`).
    ///
    /// @return 0
    public int destroy() throws LibvirtException {
        handle.run("virInterfaceDestroy", iface -> iface.destroy(0));
        return 0;
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virInterfaceFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Its MAC address (`virInterfaceGetMACString`).
    public String getMACString() throws LibvirtException {
        return handle.call("virInterfaceGetMACString", dev.jvirt.api.Interface::mac);
    }

    /// Its name (`virInterfaceGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virInterfaceGetName", dev.jvirt.api.Interface::name);
    }

    /// Its document (`virInterfaceGetXMLDesc`).
    ///
    /// @param flags 0 or [#VIR_INTERFACE_XML_INACTIVE]
    public String getXMLDescription(int flags) throws LibvirtException {
        return handle.call("virInterfaceGetXMLDesc", iface -> iface.xml(new Flags<>(flags)));
    }

    /// 1 if it is up, 0 if not (`virInterfaceIsActive`).
    public int isActive() throws LibvirtException {
        return handle.call("virInterfaceIsActive", iface -> Numbers.of(iface.isActive()));
    }

    /// Removes its definition (`virInterfaceUndefine`).
    ///
    /// @return 0
    public int undefine() throws LibvirtException {
        handle.run("virInterfaceUndefine", dev.jvirt.api.Interface::undefine);
        return 0;
    }
}
