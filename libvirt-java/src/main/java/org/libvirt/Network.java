package org.libvirt;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;

/// A virtual network (`virNetworkPtr`).
public class Network {
    /// The kinds of addresses (`virIPAddrType`).
    public static final class IP_Addr_Type {
        public static final int IP_ADDR_TYPE_IPV4 = 0;
        public static final int IP_ADDR_TYPE_IPV6 = 1;
    }

    /// The connection that it belongs to.
    protected Connect virConnect;

    private final Handle<dev.jvirt.api.Network> handle;

    Network(Connect connect, dev.jvirt.api.Network network) {
        this.virConnect = connect;
        this.handle = connect.handle().next(Handle.Kind.NETWORK, network);
    }

    /// Starts it (`virNetworkCreate`).
    public void create() throws LibvirtException {
        handle.run("virNetworkCreate", dev.jvirt.api.Network::create);
    }

    /// Stops it (`virNetworkDestroy`).
    public void destroy() throws LibvirtException {
        handle.run("virNetworkDestroy", dev.jvirt.api.Network::destroy);
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virNetworkFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Whether it starts with the daemon (`virNetworkGetAutostart`).
    public boolean getAutostart() throws LibvirtException {
        return handle.call("virNetworkGetAutostart", dev.jvirt.api.Network::autostart);
    }

    /// The name of its bridge (`virNetworkGetBridgeName`).
    ///
    /// @throws LibvirtException INTERNAL_ERROR if it has none
    public String getBridgeName() throws LibvirtException {
        return handle.call(
                "virNetworkGetBridgeName",
                network ->
                        network.bridgeName()
                                .orElseThrow(
                                        () ->
                                                new dev.jvirt.api.LibvirtException(
                                                        ErrorDomain.NETWORK,
                                                        ErrorCode.INTERNAL_ERROR,
                                                        "network '%s' does not have a bridge name."
                                                                .formatted(network.name()))));
    }

    /// The connection that it belongs to.
    public Connect getConnect() {
        return virConnect;
    }

    /// Its name (`virNetworkGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virNetworkGetName", dev.jvirt.api.Network::name);
    }

    /// The bytes of its UUID (`virNetworkGetUUID`).
    public int[] getUUID() throws LibvirtException {
        return handle.call("virNetworkGetUUID", network -> Numbers.ints(network.uuid()));
    }

    /// Its UUID (`virNetworkGetUUIDString`).
    public String getUUIDString() throws LibvirtException {
        return handle.call("virNetworkGetUUIDString", network -> network.uuid().toString());
    }

    /// Its document (`virNetworkGetXMLDesc`).
    public String getXMLDesc(int flags) throws LibvirtException {
        return handle.call("virNetworkGetXMLDesc", network -> network.xml(new Flags<>(flags)));
    }

    /// 1 if it runs, 0 if not (`virNetworkIsActive`).
    public int isActive() throws LibvirtException {
        return handle.call("virNetworkIsActive", network -> Numbers.of(network.isActive()));
    }

    /// 1 if it is defined, 0 if it is gone when it stops (`virNetworkIsPersistent`).
    public int isPersistent() throws LibvirtException {
        return handle.call("virNetworkIsPersistent", network -> Numbers.of(network.isPersistent()));
    }

    /// Has it start with the daemon, or not (`virNetworkSetAutostart`).
    public void setAutostart(boolean autostart) throws LibvirtException {
        handle.run("virNetworkSetAutostart", network -> network.setAutostart(autostart));
    }

    /// Removes its definition (`virNetworkUndefine`).
    public void undefine() throws LibvirtException {
        handle.run("virNetworkUndefine", dev.jvirt.api.Network::undefine);
    }
}
