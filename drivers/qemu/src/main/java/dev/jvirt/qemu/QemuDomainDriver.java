package dev.jvirt.qemu;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainConsoleFlag;
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
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.base.domain.EventDelivery;
import dev.jvirt.qemu.console.DomainConsole;
import dev.jvirt.qemu.process.LiveDomain;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Domains of QEMU, for one connection. Each call is carried out by the class for its kind.
final class QemuDomainDriver implements DomainDriver, AutoCloseable {
    private final QemuParts parts;
    private final DomainInquiries inquiries;
    private final DomainDefine define;
    private final DomainUndefine undefine;
    private final DomainLifeCycle lifeCycle;
    private final GuestRequests requests;
    private final AutoDestroy autoDestroy;
    private final EventDelivery events;

    QemuDomainDriver(QemuParts parts) {
        this.parts = parts;
        this.inquiries = new DomainInquiries(parts);
        this.define = new DomainDefine(parts);
        this.undefine = new DomainUndefine(parts);
        this.lifeCycle = new DomainLifeCycle(parts);
        this.requests = new GuestRequests(parts);
        this.autoDestroy = new AutoDestroy(parts);
        this.events = new EventDelivery(parts.events());
    }

    @Override
    public List<DomainId> list(Flags<DomainListFlag> flags) {
        return inquiries.list(flags);
    }

    @Override
    public DomainId lookupById(int id) {
        return parts.domains().require(id).identity();
    }

    @Override
    public DomainId lookupByUuid(UUID uuid) {
        return parts.domains().require(uuid).identity();
    }

    @Override
    public DomainId lookupByName(String name) {
        return parts.domains().require(name).identity();
    }

    @Override
    public DomainId createXml(String xml, Flags<DomainCreateFlag> flags) {
        DomainId started = blamed(() -> lifeCycle.createXml(xml, flags));
        noteAutoDestroy(started, flags);
        return started;
    }

    @Override
    public DomainId defineXml(String xml, Flags<DomainDefineFlag> flags) {
        return blamed(() -> define.define(xml, flags));
    }

    @Override
    public void undefine(DomainId domain, Flags<DomainUndefineFlag> flags) {
        blame(() -> undefine.undefine(domain, flags));
    }

    @Override
    public DomainId create(DomainId domain, Flags<DomainCreateFlag> flags) {
        DomainId started = blamed(() -> lifeCycle.create(domain, flags));
        noteAutoDestroy(started, flags);
        return started;
    }

    /// Errors of which no part of libvirt is named come from here.
    private static <T> T blamed(Supplier<T> call) {
        try {
            return call.get();
        } catch (LibvirtException failure) {
            throw failure.in(ErrorDomain.QEMU);
        }
    }

    private static void blame(Runnable call) {
        try {
            call.run();
        } catch (LibvirtException failure) {
            throw failure.in(ErrorDomain.QEMU);
        }
    }

    private void noteAutoDestroy(DomainId started, Flags<DomainCreateFlag> flags) {
        if (flags.has(DomainCreateFlag.START_AUTODESTROY)) {
            autoDestroy.add(started);
        }
    }

    @Override
    public void shutdown(DomainId domain, Flags<DomainShutdownFlag> flags) {
        blame(() -> requests.shutdown(domain, flags));
    }

    @Override
    public void reboot(DomainId domain, Flags<DomainRebootFlag> flags) {
        blame(() -> requests.reboot(domain, flags));
    }

    @Override
    public void reset(DomainId domain, int flags) {
        blame(() -> lifeCycle.reset(domain, flags));
    }

    @Override
    public void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {
        blame(() -> lifeCycle.destroy(domain, flags));
    }

    @Override
    public void suspend(DomainId domain) {
        blame(() -> lifeCycle.suspend(domain));
    }

    @Override
    public void resume(DomainId domain) {
        blame(() -> lifeCycle.resume(domain));
    }

    @Override
    public DomainInfo info(DomainId domain) {
        return inquiries.info(domain);
    }

    @Override
    public DomainStatus state(DomainId domain, int flags) {
        return inquiries.state(domain, flags);
    }

    @Override
    public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
        return inquiries.xml(domain, flags);
    }

    @Override
    public String osType(DomainId domain) {
        return inquiries.osType(domain);
    }

    @Override
    public long maxMemory(DomainId domain) {
        return inquiries.maxMemory(domain);
    }

    @Override
    public int maxVcpus(DomainId domain) {
        return inquiries.maxVcpus(domain);
    }

    @Override
    public boolean autostart(DomainId domain) {
        return inquiries.published(domain).autostart();
    }

    @Override
    public void setAutostart(DomainId domain, boolean autostart) {
        blame(() -> define.autostart(domain, autostart));
    }

    @Override
    public boolean isActive(DomainId domain) {
        return inquiries.published(domain).isActive();
    }

    @Override
    public boolean isPersistent(DomainId domain) {
        return inquiries.published(domain).persistent();
    }

    @Override
    public boolean isUpdated(DomainId domain) {
        return inquiries.published(domain).updated();
    }

    @Override
    public boolean hasManagedSave(DomainId domain, int flags) {
        return inquiries.hasManagedSave(domain, flags);
    }

    @Override
    public List<String> messages(DomainId domain, int flags) {
        return inquiries.messages(domain, flags);
    }

    @Override
    public List<SecurityLabel> securityLabels(DomainId domain) {
        inquiries.published(domain);
        return List.of(); // no security driver labels domains
    }

    @Override
    public DomainId rename(DomainId domain, String newName, int flags) {
        return blamed(() -> define.rename(domain, newName, flags));
    }

    @Override
    public StreamChannel openConsole(
            DomainId domain, Optional<String> device, Flags<DomainConsoleFlag> flags) {
        LiveDomain live = parts.processes().require(parts.domains().require(domain));
        return DomainConsole.open(
                inquiries.published(domain).current(), live.consoles(), device, flags);
    }

    @Override
    public Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        return events.subscribe(kind, domain, handler);
    }

    @Override
    public void close() {
        events.close();
        autoDestroy.close();
    }
}
