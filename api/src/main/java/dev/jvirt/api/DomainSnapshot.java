package dev.jvirt.api;

import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import java.util.List;
import java.util.Objects;

/// A snapshot of a domain: a handle that names it, not its state (`virDomainSnapshotPtr`).
///
/// It holds nothing of the driver's, and need not be given back (`virDomainSnapshotRef`,
/// `virDomainSnapshotFree`). Methods that ask the driver throw NO_DOMAIN_SNAPSHOT if it is gone.
public final class DomainSnapshot {
    private final Connection connection;
    private final DomainSnapshotId identity;

    DomainSnapshot(Connection connection, DomainSnapshotId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// Its name, unique among the snapshots of the domain (`virDomainSnapshotGetName`).
    ///
    /// @since 0.9.5
    public String name() {
        return identity.name();
    }

    /// The domain that it was taken of (`virDomainSnapshotGetDomain`).
    ///
    /// @since 0.9.5
    public Domain domain() {
        return connection.domain(identity.domain());
    }

    /// The connection that it belongs to (`virDomainSnapshotGetConnect`).
    ///
    /// @since 0.9.5
    public Connection connection() {
        return connection;
    }

    /// Its name and domain in one.
    public DomainSnapshotId identity() {
        return identity;
    }

    private DomainSnapshotDriver reading(String function) {
        return connection.reading(function).domainSnapshots();
    }

    private DomainSnapshotDriver changing(String function) {
        return connection.changing(ErrorDomain.DOMAIN_SNAPSHOT, function).domainSnapshots();
    }

    /// Its document (`virDomainSnapshotGetXMLDesc`).
    ///
    /// @throws LibvirtException OPERATION_DENIED for SECURE on a read-only connection
    /// @since 0.8.0
    public String xml(Flags<DomainSnapshotXmlFlag> flags) {
        String function = "virDomainSnapshotGetXMLDesc";
        DomainSnapshotDriver driver = reading(function);
        if (connection.isReadOnly() && flags.has(DomainSnapshotXmlFlag.SECURE)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN_SNAPSHOT,
                    ErrorCode.OPERATION_DENIED,
                    function + " with secure flag");
        }
        return driver.xml(identity, flags);
    }

    /// The snapshots that were taken from this one and pass the filters
    /// (`virDomainSnapshotListAllChildren`, `virDomainSnapshotNumChildren`,
    /// `virDomainSnapshotListChildrenNames`).
    ///
    /// @param flags [DomainSnapshotListFlag#DESCENDANTS] adds the children's children
    /// @since 0.9.13
    public List<DomainSnapshot> children(Flags<DomainSnapshotListFlag> flags) {
        return reading("virDomainSnapshotListAllChildren").listChildren(identity, flags).stream()
                .map(child -> new DomainSnapshot(connection, child))
                .toList();
    }

    /// The snapshot that this one was taken from (`virDomainSnapshotGetParent`).
    ///
    /// @param flags 0
    /// @throws LibvirtException NO_DOMAIN_SNAPSHOT if there is none
    /// @since 0.9.7
    public DomainSnapshot parent(int flags) {
        return new DomainSnapshot(
                connection, reading("virDomainSnapshotGetParent").parent(identity, flags));
    }

    /// Whether it is the domain's current snapshot (`virDomainSnapshotIsCurrent`).
    ///
    /// @param flags 0
    /// @since 0.9.13
    public boolean isCurrent(int flags) {
        return reading("virDomainSnapshotIsCurrent").isCurrent(identity, flags);
    }

    /// Whether libvirt keeps records of it, which [Domain#undefine] minds
    /// (`virDomainSnapshotHasMetadata`).
    ///
    /// @param flags 0
    /// @since 0.9.13
    public boolean hasMetadata(int flags) {
        return reading("virDomainSnapshotHasMetadata").hasMetadata(identity, flags);
    }

    /// Takes the domain back to this snapshot (`virDomainRevertToSnapshot`).
    ///
    /// @throws LibvirtException INVALID_ARG if it shall both run and be paused,
    /// SNAPSHOT_REVERT_RISKY if going back might lose data and
    /// [DomainSnapshotRevertFlag#FORCE] is not set
    /// @since 0.8.0
    public void revert(Flags<DomainSnapshotRevertFlag> flags) {
        String function = "virDomainRevertToSnapshot";
        DomainSnapshotDriver driver = changing(function);
        new FlagRules<>(ErrorDomain.DOMAIN_SNAPSHOT, function, "VIR_DOMAIN_SNAPSHOT_REVERT_", flags)
                .exclusive(DomainSnapshotRevertFlag.RUNNING, DomainSnapshotRevertFlag.PAUSED);
        driver.revert(identity, flags);
    }

    /// Deletes it; the domain stays as it is (`virDomainSnapshotDelete`).
    ///
    /// @throws LibvirtException INVALID_ARG if its children shall go both with it and without
    /// @since 0.8.0
    public void delete(Flags<DomainSnapshotDeleteFlag> flags) {
        String function = "virDomainSnapshotDelete";
        DomainSnapshotDriver driver = changing(function);
        new FlagRules<>(ErrorDomain.DOMAIN_SNAPSHOT, function, "VIR_DOMAIN_SNAPSHOT_DELETE_", flags)
                .exclusive(
                        DomainSnapshotDeleteFlag.CHILDREN, DomainSnapshotDeleteFlag.CHILDREN_ONLY);
        driver.delete(identity, flags);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainSnapshot snapshot
                && snapshot.connection == connection
                && snapshot.name().equals(name())
                && snapshot.identity.domain().uuid().equals(identity.domain().uuid());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), identity.domain().uuid());
    }

    @Override
    public String toString() {
        return "snapshot %s of domain %s".formatted(name(), identity.domain().name());
    }
}
