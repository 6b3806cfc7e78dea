package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
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
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.snapshot.SnapshotDefinition;
import java.util.List;
import java.util.Optional;

/// The snapshots of the domains of a world: all of them are of nothing but definitions and states.
final class TestSnapshotDriver implements DomainSnapshotDriver {
    private final DomainAccess access;
    private final TestLifeCycle lifeCycle;
    private final SnapshotReverting reverting;

    TestSnapshotDriver(DomainAccess access) {
        this.access = access;
        this.lifeCycle = new TestLifeCycle(access);
        this.reverting = new SnapshotReverting(access);
    }

    private Moments<SnapshotDefinition> snapshots(DomainId domain) {
        return access.world().guest(access.require(domain).uuid()).snapshots();
    }

    private SnapshotDefinition require(DomainSnapshotId snapshot) {
        return require(snapshot.domain(), snapshot.name());
    }

    private SnapshotDefinition require(DomainId domain, String name) {
        return snapshots(domain)
                .find(name)
                .orElseThrow(
                        () ->
                                missing(
                                        "no domain snapshot with matching name '%s'"
                                                .formatted(name)));
    }

    private static LibvirtException missing(String detail) {
        return new LibvirtException(TEST, ErrorCode.NO_DOMAIN_SNAPSHOT, detail);
    }

    @Override
    public DomainSnapshotId create(
            DomainId domain, String xml, Flags<DomainSnapshotCreateFlag> flags) {
        flags.allow(
                TEST,
                "testDomainSnapshotCreateXML",
                DomainSnapshotCreateFlag.REDEFINE,
                DomainSnapshotCreateFlag.CURRENT,
                DomainSnapshotCreateFlag.HALT,
                DomainSnapshotCreateFlag.QUIESCE,
                DomainSnapshotCreateFlag.ATOMIC,
                DomainSnapshotCreateFlag.LIVE,
                DomainSnapshotCreateFlag.VALIDATE);
        if (flags.has(DomainSnapshotCreateFlag.REDEFINE)) {
            return redefine(domain, xml, flags.has(DomainSnapshotCreateFlag.CURRENT));
        }
        SnapshotDefinition wanted = SnapshotDefinition.parse(xml, TestClock.seconds());
        DomainId changed =
                access.change(
                        domain,
                        "virDomainSnapshotCreateXML",
                        object -> take(object, wanted, flags.has(DomainSnapshotCreateFlag.HALT)));
        return new DomainSnapshotId(wanted.name(), changed);
    }

    private void take(DomainObject domain, SnapshotDefinition wanted, boolean halt) {
        GuestState guest = access.world().guest(domain.uuid());
        if (!guest.checkpoints().all().isEmpty()) {
            throw TestErrors.unsupported("cannot create snapshot while checkpoint exists");
        }
        if (wanted.isExternal() && wanted.memory().file().isPresent()) {
            refuseFiles(domain);
        }
        guest.snapshots().add(wanted.of(domain.published().current(), domain.status().state()));
        if (halt && domain.isActive()) {
            lifeCycle.stop(
                    domain, ShutoffReason.FROM_SNAPSHOT, LifecycleDetail.STOPPED_FROM_SNAPSHOT);
        }
    }

    /// What is kept in files needs disks that are files, too; those here are made up.
    private static void refuseFiles(DomainObject domain) {
        for (Disk disk : domain.published().current().devices().disks()) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN_SNAPSHOT,
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "source for disk '%s' is not a regular file".formatted(disk.target().dev()));
        }
    }

    private DomainSnapshotId redefine(DomainId domain, String xml, boolean current) {
        SnapshotDefinition given = SnapshotDefinition.parseKnown(xml);
        DomainId changed =
                access.change(
                        domain,
                        "virDomainSnapshotCreateXML",
                        object -> {
                            Moments<SnapshotDefinition> known = snapshots(domain);
                            known.redefine(given);
                            if (current) {
                                known.current(Optional.of(given.name()));
                            }
                        });
        return new DomainSnapshotId(given.name(), changed);
    }

    @Override
    public String xml(DomainSnapshotId snapshot, Flags<DomainSnapshotXmlFlag> flags) {
        flags.allow(TEST, "testDomainSnapshotGetXMLDesc", DomainSnapshotXmlFlag.SECURE);
        return require(snapshot).format(flags.has(DomainSnapshotXmlFlag.SECURE));
    }

    @Override
    public List<DomainSnapshotId> list(DomainId domain, Flags<DomainSnapshotListFlag> flags) {
        allow("testDomainListAllSnapshots", flags);
        Moments<SnapshotDefinition> known = snapshots(domain);
        return known.inTreeOrder().stream()
                .filter(
                        snapshot ->
                                !flags.has(DomainSnapshotListFlag.ROOTS)
                                        || snapshot.parent().isEmpty())
                .filter(snapshot -> passes(snapshot, known, flags))
                .map(snapshot -> new DomainSnapshotId(snapshot.name(), domain))
                .toList();
    }

    private static void allow(String function, Flags<DomainSnapshotListFlag> flags) {
        flags.allow(TEST, function, DomainSnapshotListFlag.values());
    }

    @Override
    public List<DomainSnapshotId> listChildren(
            DomainSnapshotId snapshot, Flags<DomainSnapshotListFlag> flags) {
        allow("testDomainSnapshotListAllChildren", flags);
        Moments<SnapshotDefinition> known = snapshots(snapshot.domain());
        String name = require(snapshot).name();
        List<SnapshotDefinition> found =
                flags.has(DomainSnapshotListFlag.DESCENDANTS)
                        ? known.descendants(name)
                        : known.children(name);
        return found.stream()
                .filter(child -> passes(child, known, flags))
                .map(child -> new DomainSnapshotId(child.name(), snapshot.domain()))
                .toList();
    }

    private static boolean passes(
            SnapshotDefinition snapshot,
            Moments<SnapshotDefinition> known,
            Flags<DomainSnapshotListFlag> flags) {
        boolean leaf = known.children(snapshot.name()).isEmpty();
        boolean off = snapshot.state() == DomainState.SHUTOFF;
        return either(
                        flags,
                        DomainSnapshotListFlag.METADATA,
                        DomainSnapshotListFlag.NO_METADATA,
                        true)
                && either(
                        flags,
                        DomainSnapshotListFlag.LEAVES,
                        DomainSnapshotListFlag.NO_LEAVES,
                        leaf)
                && isInWantedState(flags, off)
                && either(
                        flags,
                        DomainSnapshotListFlag.EXTERNAL,
                        DomainSnapshotListFlag.INTERNAL,
                        snapshot.isExternal());
    }

    /// None is of the disks alone.
    private static boolean isInWantedState(Flags<DomainSnapshotListFlag> flags, boolean off) {
        return !flags.hasAny(
                        DomainSnapshotListFlag.INACTIVE,
                        DomainSnapshotListFlag.ACTIVE,
                        DomainSnapshotListFlag.DISK_ONLY)
                || flags.has(off ? DomainSnapshotListFlag.INACTIVE : DomainSnapshotListFlag.ACTIVE);
    }

    private static boolean either(
            Flags<DomainSnapshotListFlag> flags,
            DomainSnapshotListFlag yes,
            DomainSnapshotListFlag no,
            boolean is) {
        return !flags.hasAny(yes, no) || flags.has(is ? yes : no);
    }

    @Override
    public DomainSnapshotId lookupByName(DomainId domain, String name, int flags) {
        Flags.refuse(TEST, "testDomainSnapshotLookupByName", flags);
        return new DomainSnapshotId(require(domain, name).name(), domain);
    }

    @Override
    public boolean hasCurrent(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainHasCurrentSnapshot", flags);
        return snapshots(domain).current().isPresent();
    }

    @Override
    public DomainSnapshotId current(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainSnapshotCurrent", flags);
        return snapshots(domain)
                .current()
                .map(snapshot -> new DomainSnapshotId(snapshot.name(), domain))
                .orElseThrow(() -> missing("the domain does not have a current snapshot"));
    }

    @Override
    public DomainSnapshotId parent(DomainSnapshotId snapshot, int flags) {
        Flags.refuse(TEST, "testDomainSnapshotGetParent", flags);
        return require(snapshot)
                .parent()
                .map(name -> new DomainSnapshotId(name, snapshot.domain()))
                .orElseThrow(
                        () ->
                                missing(
                                        "snapshot '%s' does not have a parent"
                                                .formatted(snapshot.name())));
    }

    @Override
    public boolean isCurrent(DomainSnapshotId snapshot, int flags) {
        Flags.refuse(TEST, "testDomainSnapshotIsCurrent", flags);
        String name = require(snapshot).name();
        return snapshots(snapshot.domain())
                .current()
                .filter(s -> s.name().equals(name))
                .isPresent();
    }

    @Override
    public boolean hasMetadata(DomainSnapshotId snapshot, int flags) {
        Flags.refuse(TEST, "testDomainSnapshotHasMetadata", flags);
        require(snapshot);
        return true;
    }

    @Override
    public void revert(DomainSnapshotId snapshot, Flags<DomainSnapshotRevertFlag> flags) {
        flags.allow(
                TEST,
                "testDomainRevertToSnapshot",
                DomainSnapshotRevertFlag.RUNNING,
                DomainSnapshotRevertFlag.PAUSED,
                DomainSnapshotRevertFlag.FORCE);
        access.change(
                snapshot.domain(),
                "virDomainRevertToSnapshot",
                object -> reverting.revert(object, require(snapshot), flags));
    }

    @Override
    public void delete(DomainSnapshotId snapshot, Flags<DomainSnapshotDeleteFlag> flags) {
        flags.allow(
                TEST,
                "testDomainSnapshotDelete",
                DomainSnapshotDeleteFlag.CHILDREN,
                DomainSnapshotDeleteFlag.CHILDREN_ONLY);
        access.change(
                snapshot.domain(),
                "virDomainSnapshotDelete",
                object -> {
                    Moments<SnapshotDefinition> known = snapshots(snapshot.domain());
                    SnapshotDefinition meant = require(snapshot);
                    if (flags.hasAny(
                            DomainSnapshotDeleteFlag.CHILDREN,
                            DomainSnapshotDeleteFlag.CHILDREN_ONLY)) {
                        known.removeDescendants(meant);
                    }
                    if (!flags.has(DomainSnapshotDeleteFlag.CHILDREN_ONLY)) {
                        known.remove(meant);
                    }
                });
    }
}
