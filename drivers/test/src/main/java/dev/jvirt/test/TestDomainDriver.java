package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.SecurityLabel;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.base.domain.DomainFilter;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.domain.DomainReads;
import dev.jvirt.base.domain.EventDelivery;
import dev.jvirt.base.domain.PublishedDomain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The domains of a world, as a connection sees them.
final class TestDomainDriver implements DomainDriver {
    // the bits of virDomainMessageType
    private static final int DEPRECATION = 1;
    private static final int TAINTING = 1 << 1;

    private final DomainAccess access;
    private final TestWorld world;
    private final EventDelivery events;
    private final TestLifeCycle lifeCycle;
    private final DomainReads reads;

    /// @param events those of this connection
    TestDomainDriver(DomainAccess access, EventDelivery events) {
        this.access = access;
        this.world = access.world();
        this.events = events;
        this.lifeCycle = new TestLifeCycle(access);
        this.reads = new DomainReads(world.domains());
    }

    @Override
    public List<DomainId> list(Flags<DomainListFlag> flags) {
        flags.allow(TEST, "testConnectListAllDomains", DomainListFlag.values());
        var filter = new DomainFilter(flags, new TestBelongings(world));
        var passed = new ArrayList<DomainId>();
        for (DomainObject domain : world.domains().all()) {
            if (DomainAccess.exists(domain) && filter.passes(domain.published())) {
                passed.add(domain.identity());
            }
        }
        return passed;
    }

    @Override
    public DomainId lookupById(int id) {
        return found(world.domains().find(id));
    }

    @Override
    public DomainId lookupByUuid(UUID uuid) {
        return found(world.domains().find(uuid));
    }

    @Override
    public DomainId lookupByName(String name) {
        return found(world.domains().find(name));
    }

    private static DomainId found(Optional<DomainObject> domain) {
        return domain.filter(DomainAccess::exists)
                .orElseThrow(
                        () -> LibvirtException.plain(TEST, ErrorCode.NO_DOMAIN, "Domain not found"))
                .identity();
    }

    @Override
    public DomainId createXml(String xml, Flags<DomainCreateFlag> flags) {
        flags.allow(TEST, "testDomainCreateXML", DomainCreateFlag.START_VALIDATE);
        return lifeCycle.createXml(TestDocuments.DOMAINS.read(xml));
    }

    @Override
    public DomainId defineXml(String xml, Flags<DomainDefineFlag> flags) {
        flags.allow(TEST, "testDomainDefineXMLFlags", DomainDefineFlag.VALIDATE);
        return lifeCycle.define(TestDocuments.DOMAINS.read(xml));
    }

    @Override
    public void undefine(DomainId domain, Flags<DomainUndefineFlag> flags) {
        flags.allow(
                TEST,
                "testDomainUndefineFlags",
                DomainUndefineFlag.MANAGED_SAVE,
                DomainUndefineFlag.SNAPSHOTS_METADATA);
        lifeCycle.undefine(
                domain,
                flags.has(DomainUndefineFlag.MANAGED_SAVE),
                flags.has(DomainUndefineFlag.SNAPSHOTS_METADATA));
    }

    @Override
    public DomainId create(DomainId domain, Flags<DomainCreateFlag> flags) {
        flags.allow(TEST, "testDomainCreateWithFlags");
        return lifeCycle.create(domain);
    }

    /// A guest in memory can do nothing with files.
    @Override
    public DomainId createXmlWithFiles(
            String xml, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        return createXml(xml, flags);
    }

    @Override
    public DomainId createWithFiles(
            DomainId domain, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        return create(domain, flags);
    }

    @Override
    public void shutdown(DomainId domain, Flags<DomainShutdownFlag> flags) {
        flags.allow(TEST, "testDomainShutdownFlags");
        lifeCycle.shutdown(domain);
    }

    @Override
    public void reboot(DomainId domain, Flags<DomainRebootFlag> flags) {
        flags.allow(TEST, "testDomainReboot", DomainRebootFlag.values());
        lifeCycle.reboot(domain);
    }

    @Override
    public void reset(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainReset", flags);
        DomainAccess.requireActive(published(domain));
    }

    @Override
    public void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {
        flags.allow(TEST, "testDomainDestroyFlags", DomainDestroyFlag.GRACEFUL);
        lifeCycle.destroy(domain);
    }

    @Override
    public void suspend(DomainId domain) {
        lifeCycle.suspend(domain);
    }

    @Override
    public void resume(DomainId domain) {
        lifeCycle.resume(domain);
    }

    private PublishedDomain published(DomainId domain) {
        return require(domain).published();
    }

    private DomainObject require(DomainId domain) {
        return access.require(domain);
    }

    @Override
    public DomainInfo info(DomainId domain) {
        return DomainReads.info(published(domain), cpuTime());
    }

    /// What a guest has used: as many nanoseconds as have passed since 1970.
    private static long cpuTime() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public DomainStatus state(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetState", flags);
        return published(domain).status();
    }

    @Override
    public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
        flags.allow(
                TEST,
                "testDomainGetXMLDesc",
                DomainXmlFlag.SECURE,
                DomainXmlFlag.INACTIVE,
                DomainXmlFlag.MIGRATABLE);
        return reads.xml(published(domain), flags);
    }

    @Override
    public String osType(DomainId domain) {
        // Whatever the definition says.
        return "linux";
    }

    @Override
    public long maxMemory(DomainId domain) {
        return published(domain).current().memory().total();
    }

    @Override
    public int maxVcpus(DomainId domain) {
        PublishedDomain published = published(domain);
        DomainAccess.requireActive(published);
        return published.current().vcpus().max();
    }

    @Override
    public boolean autostart(DomainId domain) {
        return published(domain).autostart();
    }

    @Override
    public void setAutostart(DomainId domain, boolean autostart) {
        require(domain).autostart(autostart);
    }

    @Override
    public boolean isActive(DomainId domain) {
        return published(domain).isActive();
    }

    @Override
    public boolean isPersistent(DomainId domain) {
        return published(domain).persistent();
    }

    @Override
    public boolean isUpdated(DomainId domain) {
        // Not even asked whether there is such a domain.
        return false;
    }

    @Override
    public boolean hasManagedSave(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainHasManagedSaveImage", flags);
        return world.saved().contains(require(domain).uuid());
    }

    @Override
    public List<String> messages(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetMessages", flags & ~(DEPRECATION | TAINTING));
        boolean all = flags == 0;
        return world.warnings(require(domain))
                .messages(all || (flags & TAINTING) != 0, all || (flags & DEPRECATION) != 0);
    }

    @Override
    public List<SecurityLabel> securityLabels(DomainId domain) {
        return published(domain).isActive()
                ? List.of(new SecurityLabel("libvirt-test", true))
                : List.of();
    }

    @Override
    public DomainId rename(DomainId domain, String newName, int flags) {
        Flags.refuse(TEST, "testDomainRename", flags);
        return lifeCycle.rename(domain, newName);
    }

    @Override
    public Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        return events.subscribe(kind, domain, handler);
    }
}
