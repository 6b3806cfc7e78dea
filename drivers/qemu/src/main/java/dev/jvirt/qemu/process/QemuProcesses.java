package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.base.domain.DomainEvents;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.qemu.monitor.MonitorLoop;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// All running QEMUs of a driver, and what they share: ids, display ports, the thread that reads
/// their monitors, their status files.
public final class QemuProcesses implements AutoCloseable {
    private final ProcessSettings settings;
    private final DomainList domains;
    private final DomainEvents events;
    private final StatusFiles statusFiles;
    private final MonitorLoop monitors = new MonitorLoop();
    private final GraphicsPorts displays;
    private final GraphicsPorts webSockets;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<DomainObject, LiveDomain> running = new ConcurrentHashMap<>();
    private final DomainStop stop = new DomainStop(this);
    private final DomainCrash crash = new DomainCrash(this);

    /// Nothing runs yet.
    public QemuProcesses(ProcessSettings settings, DomainList domains, DomainEvents events) {
        this.settings = settings;
        this.domains = domains;
        this.events = events;
        this.statusFiles = new StatusFiles(settings.folders());
        this.displays = settings.ports().displays();
        this.webSockets = settings.ports().webSockets();
    }

    /// Where files are and how long to wait.
    public ProcessSettings settings() {
        return settings;
    }

    /// The domains of the driver.
    public DomainList domains() {
        return domains;
    }

    /// Who wants to know what happens.
    public DomainEvents events() {
        return events;
    }

    MonitorLoop monitors() {
        return monitors;
    }

    StatusFiles statusFiles() {
        return statusFiles;
    }

    /// An id that no domain had in this daemon's life.
    int nextId() {
        return lastId.incrementAndGet();
    }

    /// Notes the id of an adopted domain.
    void noteId(int id) {
        lastId.accumulateAndGet(id, Math::max);
    }

    /// Ports for the displays of one domain.
    PortLease ports() {
        return new PortLease(displays, webSockets);
    }

    /// What is known of the QEMU of a domain, if it runs or is about to.
    public Optional<LiveDomain> find(DomainObject domain) {
        return Optional.ofNullable(running.get(domain));
    }

    /// What is known of the QEMU of a running domain, or OPERATION_INVALID.
    public LiveDomain require(DomainObject domain) {
        LiveDomain live = running.get(domain);
        if (live == null || !domain.isActive()) {
            throw notRunning();
        }
        return live;
    }

    /// The error of a call that needs a running domain.
    public static LibvirtException notRunning() {
        return new LibvirtException(
                ErrorDomain.DOMAIN, ErrorCode.OPERATION_INVALID, "domain is not running");
    }

    /// Whether any domain runs.
    public boolean isBusy() {
        return !running.isEmpty();
    }

    void add(DomainObject domain, LiveDomain live) {
        running.put(domain, live);
    }

    void remove(DomainObject domain, LiveDomain live) {
        running.remove(domain, live);
    }

    /// Ends running domains.
    public DomainStop stop() {
        return stop;
    }

    /// Whether a guest that has shut down is reset and goes on.
    boolean goesOnAfterShutdown(DomainObject domain, LiveDomain live) {
        return live.fakeReboot()
                || domain.published().current().lifecycle().onPoweroff()
                        == Lifecycle.Action.RESTART;
    }

    /// Does with a guest that has panicked what its definition says, in its own time.
    void crashed(DomainObject domain, LiveDomain live) {
        crash.later(domain, live);
    }

    /// The QEMU of a domain is gone, or about to go: cleans up, in its own time.
    void ended(DomainObject domain, LiveDomain live) {
        stop.later(domain, live);
    }

    /// Hears of the end of its process also where the monitor does not tell.
    void watch(DomainObject domain, LiveDomain live) {
        live.process()
                .ifPresent(
                        process -> {
                            var unused = process.end().thenRun(() -> ended(domain, live));
                        });
    }

    /// Writes the status file of a domain, in its own time.
    public void saveStatusSoon(DomainObject domain, LiveDomain live) {
        statusFiles.saveSoon(domain, live);
    }

    /// Leaves all QEMUs alone.
    @Override
    public void close() {
        running.forEach(this::leave);
        running.clear();
        monitors.close();
    }

    private void leave(DomainObject domain, LiveDomain live) {
        if (live.unsaved().get()) {
            statusFiles.save(domain, live);
        }
        live.leave();
    }
}
