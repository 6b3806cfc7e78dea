package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import java.util.List;

/// What a driver can do with snapshots of domains. A driver overrides what it supports; the rest
/// answers NO_SUPPORT.
public interface DomainSnapshotDriver {
    /// Takes a snapshot, or defines one anew.
    @Since("0.8.0")
    default DomainSnapshotId create(
            DomainId domain, String xml, Flags<DomainSnapshotCreateFlag> flags) {
        throw unsupported("virDomainSnapshotCreateXML");
    }

    /// The document of a snapshot.
    @Since("0.8.0")
    default String xml(DomainSnapshotId snapshot, Flags<DomainSnapshotXmlFlag> flags) {
        throw unsupported("virDomainSnapshotGetXMLDesc");
    }

    /// The snapshots of a domain that pass the filters.
    @Since("0.9.13")
    default List<DomainSnapshotId> list(DomainId domain, Flags<DomainSnapshotListFlag> flags) {
        throw unsupported("virDomainListAllSnapshots");
    }

    /// The snapshots that were taken from a snapshot and pass the filters.
    @Since("0.9.13")
    default List<DomainSnapshotId> listChildren(
            DomainSnapshotId snapshot, Flags<DomainSnapshotListFlag> flags) {
        throw unsupported("virDomainSnapshotListAllChildren");
    }

    /// The snapshot with that name, or NO_DOMAIN_SNAPSHOT. `flags` must be 0.
    @Since("0.8.0")
    default DomainSnapshotId lookupByName(DomainId domain, String name, int flags) {
        throw unsupported("virDomainSnapshotLookupByName");
    }

    /// Whether a domain has a current snapshot. `flags` must be 0.
    @Since("0.8.0")
    default boolean hasCurrent(DomainId domain, int flags) {
        throw unsupported("virDomainHasCurrentSnapshot");
    }

    /// The current snapshot, or NO_DOMAIN_SNAPSHOT. `flags` must be 0.
    @Since("0.8.0")
    default DomainSnapshotId current(DomainId domain, int flags) {
        throw unsupported("virDomainSnapshotCurrent");
    }

    /// The snapshot that a snapshot was taken from, or NO_DOMAIN_SNAPSHOT. `flags` must be 0.
    @Since("0.9.7")
    default DomainSnapshotId parent(DomainSnapshotId snapshot, int flags) {
        throw unsupported("virDomainSnapshotGetParent");
    }

    /// Whether a snapshot is its domain's current one. `flags` must be 0.
    @Since("0.9.13")
    default boolean isCurrent(DomainSnapshotId snapshot, int flags) {
        throw unsupported("virDomainSnapshotIsCurrent");
    }

    /// Whether libvirt keeps records of a snapshot. `flags` must be 0.
    @Since("0.9.13")
    default boolean hasMetadata(DomainSnapshotId snapshot, int flags) {
        throw unsupported("virDomainSnapshotHasMetadata");
    }

    /// Takes the domain back to a snapshot.
    @Since("0.8.0")
    default void revert(DomainSnapshotId snapshot, Flags<DomainSnapshotRevertFlag> flags) {
        throw unsupported("virDomainRevertToSnapshot");
    }

    /// Deletes a snapshot.
    @Since("0.8.0")
    default void delete(DomainSnapshotId snapshot, Flags<DomainSnapshotDeleteFlag> flags) {
        throw unsupported("virDomainSnapshotDelete");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN_SNAPSHOT, function);
    }
}
