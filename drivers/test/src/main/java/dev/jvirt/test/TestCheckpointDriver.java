package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointListFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.DomainCheckpointDriver;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.snapshot.CheckpointDefinition;
import java.util.List;

/// The checkpoints of the domains of a world.
final class TestCheckpointDriver implements DomainCheckpointDriver {
    private final DomainAccess access;

    TestCheckpointDriver(DomainAccess access) {
        this.access = access;
    }

    private Moments<CheckpointDefinition> checkpoints(DomainId domain) {
        return access.world().guest(access.require(domain).uuid()).checkpoints();
    }

    private CheckpointDefinition require(DomainId domain, String name) {
        return checkpoints(domain)
                .find(name)
                .orElseThrow(
                        () ->
                                missing(
                                        "no domain checkpoint with matching name '%s'"
                                                .formatted(name)));
    }

    private CheckpointDefinition require(DomainCheckpointId checkpoint) {
        return require(checkpoint.domain(), checkpoint.name());
    }

    private static LibvirtException missing(String detail) {
        return new LibvirtException(TEST, ErrorCode.NO_DOMAIN_CHECKPOINT, detail);
    }

    @Override
    public DomainCheckpointId create(
            DomainId domain, String xml, Flags<DomainCheckpointCreateFlag> flags) {
        flags.allow(TEST, "testDomainCheckpointCreateXML", DomainCheckpointCreateFlag.values());
        boolean known = flags.has(DomainCheckpointCreateFlag.REDEFINE);
        CheckpointDefinition wanted =
                known
                        ? CheckpointDefinition.parseKnown(xml)
                        : CheckpointDefinition.parse(xml, TestClock.seconds());
        DomainId changed =
                access.change(
                        domain,
                        "virDomainCheckpointCreateXML",
                        object -> {
                            if (known) {
                                checkpoints(domain).redefine(wanted);
                            } else {
                                take(object, wanted);
                            }
                        });
        return new DomainCheckpointId(wanted.name(), changed);
    }

    private void take(DomainObject domain, CheckpointDefinition wanted) {
        GuestState guest = access.world().guest(domain.uuid());
        if (!guest.snapshots().all().isEmpty()) {
            throw TestErrors.unsupported("cannot create checkpoint while snapshot exists");
        }
        if (!domain.isActive()) {
            throw TestErrors.unsupported("cannot create checkpoint for inactive domain");
        }
        guest.checkpoints().add(wanted.of(domain.published().current()));
    }

    @Override
    public String xml(DomainCheckpointId checkpoint, Flags<DomainCheckpointXmlFlag> flags) {
        flags.allow(
                TEST,
                "testDomainCheckpointGetXMLDesc",
                DomainCheckpointXmlFlag.SECURE,
                DomainCheckpointXmlFlag.NO_DOMAIN);
        return require(checkpoint)
                .format(
                        flags.has(DomainCheckpointXmlFlag.SECURE),
                        !flags.has(DomainCheckpointXmlFlag.NO_DOMAIN));
    }

    @Override
    public List<DomainCheckpointId> list(DomainId domain, Flags<DomainCheckpointListFlag> flags) {
        flags.allow(TEST, "testDomainListAllCheckpoints", DomainCheckpointListFlag.values());
        Moments<CheckpointDefinition> known = checkpoints(domain);
        return known.inTreeOrder().stream()
                .filter(
                        checkpoint ->
                                !flags.has(DomainCheckpointListFlag.ROOTS)
                                        || checkpoint.parent().isEmpty())
                .filter(checkpoint -> passes(checkpoint, known, flags))
                .map(checkpoint -> new DomainCheckpointId(checkpoint.name(), domain))
                .toList();
    }

    private static boolean passes(
            CheckpointDefinition checkpoint,
            Moments<CheckpointDefinition> known,
            Flags<DomainCheckpointListFlag> flags) {
        return !flags.hasAny(DomainCheckpointListFlag.LEAVES, DomainCheckpointListFlag.NO_LEAVES)
                || flags.has(
                        known.children(checkpoint.name()).isEmpty()
                                ? DomainCheckpointListFlag.LEAVES
                                : DomainCheckpointListFlag.NO_LEAVES);
    }

    @Override
    public List<DomainCheckpointId> listChildren(
            DomainCheckpointId checkpoint, Flags<DomainCheckpointListFlag> flags) {
        flags.allow(TEST, "testDomainCheckpointListAllChildren", DomainCheckpointListFlag.values());
        Moments<CheckpointDefinition> known = checkpoints(checkpoint.domain());
        String name = require(checkpoint).name();
        List<CheckpointDefinition> found =
                flags.has(DomainCheckpointListFlag.DESCENDANTS)
                        ? known.descendants(name)
                        : known.children(name);
        return found.stream()
                .filter(child -> passes(child, known, flags))
                .map(child -> new DomainCheckpointId(child.name(), checkpoint.domain()))
                .toList();
    }

    @Override
    public DomainCheckpointId lookupByName(DomainId domain, String name, int flags) {
        Flags.refuse(TEST, "testDomainCheckpointLookupByName", flags);
        return new DomainCheckpointId(require(domain, name).name(), domain);
    }

    @Override
    public DomainCheckpointId parent(DomainCheckpointId checkpoint, int flags) {
        Flags.refuse(TEST, "testDomainCheckpointGetParent", flags);
        return require(checkpoint)
                .parent()
                .map(name -> new DomainCheckpointId(name, checkpoint.domain()))
                .orElseThrow(
                        () ->
                                missing(
                                        "checkpoint '%s' does not have a parent"
                                                .formatted(checkpoint.name())));
    }

    @Override
    public void delete(DomainCheckpointId checkpoint, Flags<DomainCheckpointDeleteFlag> flags) {
        flags.allow(TEST, "testDomainCheckpointDelete", DomainCheckpointDeleteFlag.values());
        access.change(
                checkpoint.domain(),
                "virDomainCheckpointDelete",
                object -> {
                    Moments<CheckpointDefinition> known = checkpoints(checkpoint.domain());
                    CheckpointDefinition meant = require(checkpoint);
                    if (flags.hasAny(
                            DomainCheckpointDeleteFlag.CHILDREN,
                            DomainCheckpointDeleteFlag.CHILDREN_ONLY)) {
                        known.removeDescendants(meant);
                    }
                    if (!flags.has(DomainCheckpointDeleteFlag.CHILDREN_ONLY)) {
                        known.remove(meant);
                    }
                });
    }
}
