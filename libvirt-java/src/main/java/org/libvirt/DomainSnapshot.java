package org.libvirt;

import dev.jvirt.api.Flags;

/// A state of a domain to which it can go back (`virDomainSnapshotPtr`).
public class DomainSnapshot {
    /// What is deleted with a snapshot (`virDomainSnapshotDeleteFlags`).
    public static final class SnapshotDeleteFlags {
        public static final int CHILDREN = 1 << 0;
        public static final int METADATA_ONLY = 1 << 1;
        public static final int CHILDREN_ONLY = 1 << 2;
    }

    /// What the document of a snapshot shows (`virDomainSnapshotXMLFlags`).
    public static final class XMLFlags {
        public static final int SECURE = 1 << 0;
    }

    private final Handle<dev.jvirt.api.DomainSnapshot> handle;

    DomainSnapshot(Connect connect, dev.jvirt.api.DomainSnapshot snapshot) {
        this.handle = connect.handle().next(Handle.Kind.SNAPSHOT, snapshot);
    }

    Handle<dev.jvirt.api.DomainSnapshot> handle() {
        return handle;
    }

    /// Deletes it (`virDomainSnapshotDelete`).
    ///
    /// @param flags of [SnapshotDeleteFlags]
    /// @return 0
    public int delete(int flags) throws LibvirtException {
        handle.run("virDomainSnapshotDelete", snapshot -> snapshot.delete(new Flags<>(flags)));
        return 0;
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virDomainSnapshotFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Its document (`virDomainSnapshotGetXMLDesc`).
    public String getXMLDesc() throws LibvirtException {
        return getXMLDesc(0);
    }

    /// Its document (`virDomainSnapshotGetXMLDesc`).
    ///
    /// @param flags of [XMLFlags]
    public String getXMLDesc(int flags) throws LibvirtException {
        return handle.call(
                "virDomainSnapshotGetXMLDesc", snapshot -> snapshot.xml(new Flags<>(flags)));
    }
}
