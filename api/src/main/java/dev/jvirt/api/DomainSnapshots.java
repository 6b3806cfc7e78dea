package dev.jvirt.api;

import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import java.util.List;

/// The snapshots of a domain: its state, or that of its disks, at some time before.
///
/// @param domain that it belongs to
public record DomainSnapshots(Domain domain) {

    private DomainSnapshotDriver reading(String function) {
        return domain.connection().reading(function).domainSnapshots();
    }

    private DomainSnapshot snapshot(DomainSnapshotId identity) {
        return new DomainSnapshot(domain.connection(), identity);
    }

    /// Takes a snapshot (`virDomainSnapshotCreateXML`).
    ///
    /// @param xml a `<domainsnapshot>` document; may be as small as `<domainsnapshot/>`
    /// @throws LibvirtException INVALID_ARG for flags that do not go together
    /// @since 0.8.0
    public DomainSnapshot create(String xml, Flags<DomainSnapshotCreateFlag> flags) {
        String function = "virDomainSnapshotCreateXML";
        DomainSnapshotDriver driver =
                domain.connection()
                        .changing(ErrorDomain.DOMAIN_SNAPSHOT, function)
                        .domainSnapshots();
        new FlagRules<>(ErrorDomain.DOMAIN_SNAPSHOT, function, "VIR_DOMAIN_SNAPSHOT_CREATE_", flags)
                .requires(DomainSnapshotCreateFlag.CURRENT, DomainSnapshotCreateFlag.REDEFINE)
                .exclusive(DomainSnapshotCreateFlag.REDEFINE, DomainSnapshotCreateFlag.NO_METADATA)
                .exclusive(DomainSnapshotCreateFlag.REDEFINE, DomainSnapshotCreateFlag.HALT);
        return snapshot(driver.create(domain.identity(), xml, flags));
    }

    /// The snapshots that pass the filters (`virDomainListAllSnapshots`, `virDomainSnapshotNum`,
    /// `virDomainSnapshotListNames`).
    ///
    /// @param flags [DomainSnapshotListFlag#ROOTS] leaves out those that were taken from others
    /// @since 0.9.13
    public List<DomainSnapshot> list(Flags<DomainSnapshotListFlag> flags) {
        return reading("virDomainListAllSnapshots").list(domain.identity(), flags).stream()
                .map(this::snapshot)
                .toList();
    }

    /// The snapshot with that name (`virDomainSnapshotLookupByName`).
    ///
    /// @param flags 0
    /// @throws LibvirtException NO_DOMAIN_SNAPSHOT if there is none
    /// @since 0.8.0
    public DomainSnapshot lookupByName(String name, int flags) {
        return snapshot(
                reading("virDomainSnapshotLookupByName")
                        .lookupByName(domain.identity(), name, flags));
    }

    /// Whether there is a current snapshot (`virDomainHasCurrentSnapshot`).
    ///
    /// @param flags 0
    /// @since 0.8.0
    public boolean hasCurrent(int flags) {
        return reading("virDomainHasCurrentSnapshot").hasCurrent(domain.identity(), flags);
    }

    /// The current snapshot: the one that was taken or gone back to last
    /// (`virDomainSnapshotCurrent`).
    ///
    /// @param flags 0
    /// @throws LibvirtException NO_DOMAIN_SNAPSHOT if there is none
    /// @since 0.8.0
    public DomainSnapshot current(int flags) {
        return snapshot(reading("virDomainSnapshotCurrent").current(domain.identity(), flags));
    }
}
