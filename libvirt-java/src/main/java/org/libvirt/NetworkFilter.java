package org.libvirt;

import dev.jvirt.api.Nwfilter;

/// A network filter of a host (`virNWFilterPtr`).
public class NetworkFilter {
    private final Handle<Nwfilter> handle;

    NetworkFilter(Connect connect, Nwfilter filter) {
        this.handle = connect.handle().next(Handle.Kind.NWFILTER, filter);
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virNWFilterFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Its name (`virNWFilterGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virNWFilterGetName", Nwfilter::name);
    }

    /// The bytes of its UUID (`virNWFilterGetUUID`).
    public int[] getUUID() throws LibvirtException {
        return handle.call("virNWFilterGetUUID", filter -> Numbers.ints(filter.uuid()));
    }

    /// Its UUID (`virNWFilterGetUUIDString`).
    public String getUUIDString() throws LibvirtException {
        return handle.call("virNWFilterGetUUIDString", filter -> filter.uuid().toString());
    }

    /// Its document (`virNWFilterGetXMLDesc`).
    public String getXMLDesc() throws LibvirtException {
        return handle.call("virNWFilterGetXMLDesc", filter -> filter.xml(0));
    }

    /// Removes its definition (`virNWFilterUndefine`).
    public void undefine() throws LibvirtException {
        handle.run("virNWFilterUndefine", Nwfilter::undefine);
    }
}
