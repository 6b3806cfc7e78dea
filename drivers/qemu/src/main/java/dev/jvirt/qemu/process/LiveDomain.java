package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.host.process.ForeignProcess;
import dev.jvirt.host.process.RunningProcess;
import dev.jvirt.qemu.console.ConsoleSessions;
import dev.jvirt.qemu.monitor.Monitor;
import dev.jvirt.qemu.monitor.MonitorCommands;
import dev.jvirt.qemu.status.QemuStatus;
import dev.jvirt.qemu.status.QemuStatus.VcpuThread;
import dev.jvirt.qemu.status.Taint;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One running QEMU and what is known of it beyond the domain's document (libvirt's private data of
/// a domain).
///
/// It lives from the start or the adoption of a domain to its end. The thread that reads the
/// monitors, the holder of the domain's job and the writer of the status file look at it at the
/// same time: each field is volatile and means something alone.
public final class LiveDomain {
    private final LiveFiles files;
    private final DomainLog log;
    private final QemuStatus status;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean unsaved = new AtomicBoolean();
    private final ReentrantLock saving = new ReentrantLock();
    private final ConsoleSessions consoles = new ConsoleSessions();
    private volatile Set<Taint> taints = Collections.emptySet();
    private volatile List<String> deprecations = List.of();
    private volatile List<VcpuThread> vcpus;
    private volatile List<String> devices;
    private volatile Optional<Cpu> originalCpu;
    private final PortLease ports;
    private volatile @Nullable RunningProcess process;
    private volatile @Nullable Monitor monitor;
    private volatile PausedReason pausedReason = PausedReason.UNKNOWN;
    private volatile RunningReason runningReason = RunningReason.UNKNOWN;
    private volatile long logStart;
    private volatile boolean fakeReboot;
    private volatile boolean pausedForReboot;
    private volatile boolean beingDestroyed;

    LiveDomain(LiveFiles files, DomainLog log, PortLease ports, QemuStatus status) {
        this.files = files;
        this.log = log;
        this.ports = ports;
        this.status = status;
        this.vcpus = status.vcpus();
        this.devices = status.devices();
        this.originalCpu = status.start().originalCpu();
        this.fakeReboot = status.jobs().fakeReboot();
    }

    /// Its files.
    public LiveFiles files() {
        return files;
    }

    /// Its log.
    public DomainLog log() {
        return log;
    }

    /// Where in the log its QEMU began to speak.
    long logStart() {
        return logStart;
    }

    void logStart(long position) {
        logStart = position;
    }

    /// What its QEMU can do, by the names in status files.
    public List<String> capabilities() {
        return status.capabilities();
    }

    /// What a later daemon must know of it.
    QemuStatus status() {
        return status.withVcpus(vcpus)
                .withDevices(devices)
                .withStart(status.start().withOriginalCpu(originalCpu))
                .withJobs(status.jobs().withFakeReboot(fakeReboot));
    }

    /// Leaves it alone: another daemon will look after it.
    void leave() {
        ended.set(true);
        consoles.close();
        Monitor connected = monitor;
        if (connected != null) {
            connected.close();
        }
        if (process instanceof ForeignProcess foreign) {
            foreign.close();
        }
    }

    /// Held while its status file is written or removed.
    ReentrantLock saving() {
        return saving;
    }

    /// Whether somebody is about to write its status file.
    AtomicBoolean unsaved() {
        return unsaved;
    }

    /// Whether nobody else looks after its end yet: true once.
    boolean end() {
        return ended.compareAndSet(false, true);
    }

    /// Whether somebody has looked after its end.
    boolean hasEnded() {
        return ended.get();
    }

    /// Who is connected to its consoles.
    public ConsoleSessions consoles() {
        return consoles;
    }

    /// The number of its process; 0 while there is none.
    public int pid() {
        RunningProcess running = process;
        return running == null ? 0 : running.pid();
    }

    /// Its process, once there is one.
    public Optional<RunningProcess> process() {
        return Optional.ofNullable(process);
    }

    void process(RunningProcess started) {
        process = started;
    }

    /// What an API call may ask its QEMU.
    ///
    /// @param holder the call, which holds the domain's job
    /// @throws LibvirtException OPERATION_INVALID if there is no conversation with QEMU yet
    public MonitorCommands monitor(String holder) {
        Monitor connected = monitor;
        if (connected == null) {
            throw new LibvirtException(ErrorCode.OPERATION_INVALID, "domain is not running");
        }
        return new MonitorCommands(connected, holder);
    }

    /// The conversation with its QEMU, once there is one.
    Optional<Monitor> monitor() {
        return Optional.ofNullable(monitor);
    }

    void monitor(Monitor connected) {
        monitor = connected;
    }

    /// What makes it one that nobody vouches for.
    public Set<Taint> taints() {
        return taints;
    }

    void taints(Set<Taint> found) {
        taints =
                found.isEmpty()
                        ? Collections.emptySet()
                        : Collections.unmodifiableSet(EnumSet.copyOf(found));
    }

    /// What in its document will not be supported for ever, in words.
    public List<String> deprecations() {
        return deprecations;
    }

    void deprecations(List<String> found) {
        deprecations = List.copyOf(found);
    }

    /// The threads of its virtual CPUs, in their order.
    public List<VcpuThread> vcpus() {
        return vcpus;
    }

    void vcpus(List<VcpuThread> threads) {
        vcpus = List.copyOf(threads);
    }

    /// The aliases of the devices that QEMU knows.
    public List<String> devices() {
        return devices;
    }

    void devices(List<String> aliases) {
        devices = List.copyOf(aliases);
    }

    /// The processor that QEMU was told to make, if it made another one.
    public Optional<Cpu> originalCpu() {
        return originalCpu;
    }

    void originalCpu(Cpu told) {
        originalCpu = Optional.of(told);
    }

    /// The display ports it took.
    PortLease ports() {
        return ports;
    }

    /// Says why the next stop of the virtual CPUs happens.
    public void expectStop(PausedReason reason) {
        pausedReason = reason;
    }

    /// Why the virtual CPUs stopped, if somebody said so; forgets it.
    PausedReason takePausedReason() {
        PausedReason reason = pausedReason;
        pausedReason = PausedReason.UNKNOWN;
        return reason;
    }

    /// Says why the virtual CPUs will go on.
    public void expectResume(RunningReason reason) {
        runningReason = reason;
    }

    /// Why the virtual CPUs go on; forgets it.
    RunningReason takeRunningReason() {
        RunningReason reason = runningReason;
        runningReason = RunningReason.UNKNOWN;
        return reason == RunningReason.UNKNOWN ? RunningReason.UNPAUSED : reason;
    }

    /// Whether the guest, when it has shut down, is reset and goes on instead of ending.
    public boolean fakeReboot() {
        return fakeReboot;
    }

    /// Says what happens when the guest has shut down.
    public void fakeReboot(boolean wanted) {
        fakeReboot = wanted;
    }

    /// Whether the guest stands still only until it is reset.
    boolean pausedForReboot() {
        return pausedForReboot;
    }

    void pausedForReboot(boolean paused) {
        pausedForReboot = paused;
    }

    /// Whether somebody ends it on purpose: then the end of its monitor is no news.
    boolean beingDestroyed() {
        return beingDestroyed;
    }

    void beingDestroyed(boolean destroyed) {
        beingDestroyed = destroyed;
    }
}
