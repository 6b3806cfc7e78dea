package org.libvirt;

import dev.jvirt.api.Flags;

/// A point in time since when the changes of the disks of a domain are known
/// (`virDomainCheckpointPtr`).
public class DomainCheckpoint {
    /// What is deleted with a checkpoint (`virDomainCheckpointDeleteFlags`).
    public static final class CheckpointDeleteFlags {
        public static final int CHILDREN = 1 << 0;
        public static final int METADATA_ONLY = 1 << 1;
        public static final int CHILDREN_ONLY = 1 << 2;
    }

    /// What the document of a checkpoint shows (`virDomainCheckpointXMLFlags`).
    public static final class XMLFlags {
        public static final int SECURE = 1 << 0;
        public static final int NO_DOMAIN = 1 << 1;
        public static final int XML_SIZE = 1 << 2;
    }

    private final Connect virConnect;
    private final Handle<dev.jvirt.api.DomainCheckpoint> handle;

    DomainCheckpoint(Connect connect, dev.jvirt.api.DomainCheckpoint checkpoint) {
        this.virConnect = connect;
        this.handle = connect.handle().next(Handle.Kind.CHECKPOINT, checkpoint);
    }

    /// Deletes it (`virDomainCheckpointDelete`).
    ///
    /// @param flags of [CheckpointDeleteFlags]
    /// @return 0
    public int delete(int flags) throws LibvirtException {
        handle.run(
                "virDomainCheckpointDelete", checkpoint -> checkpoint.delete(new Flags<>(flags)));
        return 0;
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virDomainCheckpointFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// Its document (`virDomainCheckpointGetXMLDesc`).
    public String getXMLDesc() throws LibvirtException {
        return getXMLDesc(0);
    }

    /// Its document (`virDomainCheckpointGetXMLDesc`).
    ///
    /// @param flags of [XMLFlags]
    public String getXMLDesc(int flags) throws LibvirtException {
        return handle.call(
                "virDomainCheckpointGetXMLDesc", checkpoint -> checkpoint.xml(new Flags<>(flags)));
    }

    /// Its name (`virDomainCheckpointGetName`).
    public String getName() throws LibvirtException {
        return handle.call("virDomainCheckpointGetName", dev.jvirt.api.DomainCheckpoint::name);
    }

    /// Those that were made after it (`virDomainCheckpointListAllChildren`).
    ///
    /// @param flags of [Domain.CheckpointListFlags]
    public DomainCheckpoint[] listAllChildren(int flags) throws LibvirtException {
        return handle
                .call(
                        "virDomainCheckpointListAllChildren",
                        checkpoint -> checkpoint.children(new Flags<>(flags)))
                .stream()
                .map(child -> new DomainCheckpoint(virConnect, child))
                .toArray(DomainCheckpoint[]::new);
    }

    /// The one that it was made after (`virDomainCheckpointGetParent`).
    ///
    /// @param flags 0
    public DomainCheckpoint getParent(int flags) throws LibvirtException {
        return new DomainCheckpoint(
                virConnect,
                handle.call(
                        "virDomainCheckpointGetParent", checkpoint -> checkpoint.parent(flags)));
    }

    /// The one that it was made after (`virDomainCheckpointGetParent`).
    public DomainCheckpoint getParent() throws LibvirtException {
        return getParent(0);
    }
}
