package dev.jvirt.qemu.process;

import dev.jvirt.api.domain.CrashedReason;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.PmSuspendedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutdownReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.host.process.RunningProcess;
import dev.jvirt.qemu.monitor.MonitorEvent;
import dev.jvirt.qemu.monitor.MonitorListener;
import java.util.Optional;

/// Turns what QEMU says unasked into states and events of its domain.
///
/// It runs on the thread that reads all monitors: it publishes states and queues events, and leaves
/// to threads of their own whatever waits (the status file, a reboot, the end of the domain).
final class LiveEvents implements MonitorListener {
    private final DomainObject domain;
    private final LiveDomain live;
    private final QemuProcesses processes;

    LiveEvents(DomainObject domain, LiveDomain live, QemuProcesses processes) {
        this.domain = domain;
        this.live = live;
        this.processes = processes;
    }

    @Override
    public void event(MonitorEvent event) {
        switch (event.name()) {
            case "SHUTDOWN" -> shutDown(event.data().bool("guest"));
            case "STOP" -> stopped();
            case "RESUME" -> resumed();
            case "RESET" -> reset();
            case "GUEST_PANICKED" -> panicked();
            case "SUSPEND" -> suspended(LifecycleDetail.PMSUSPENDED_MEMORY);
            case "SUSPEND_DISK" -> suspended(LifecycleDetail.PMSUSPENDED_DISK);
            case "WAKEUP" -> wokenUp();
            case "WATCHDOG" ->
                    paused(event, PausedReason.WATCHDOG, LifecycleDetail.SUSPENDED_WATCHDOG);
            case "BLOCK_IO_ERROR" ->
                    paused(event, PausedReason.IOERROR, LifecycleDetail.SUSPENDED_IOERROR);
            case "VSERPORT_CHANGE" -> channelChanged(event);
            case "BALLOON_CHANGE" -> event.data().number("actual").ifPresent(this::balloonChanged);
            default -> {} // nobody asks for the others yet
        }
    }

    void shutDown(Optional<Boolean> byGuest) {
        DomainState state = domain.status().state();
        boolean crashed = state == DomainState.CRASHED && live.beingDestroyed();
        if (state == DomainState.SHUTDOWN || state == DomainState.SHUTOFF || crashed) {
            return;
        }
        if (processes.goesOnAfterShutdown(domain, live)) {
            live.pausedForReboot(true);
            DomainReboot.later(domain, live);
            return;
        }
        publish(DomainState.SHUTDOWN, ShutdownReason.UNKNOWN);
        emit(shutdownDetail(byGuest));
        saveStatus();
        live.process().ifPresent(RunningProcess::terminate); // it only shows an empty machine now
    }

    private static LifecycleDetail shutdownDetail(Optional<Boolean> byGuest) {
        if (byGuest.isEmpty()) {
            return LifecycleDetail.SHUTDOWN_FINISHED;
        }
        return byGuest.get() ? LifecycleDetail.SHUTDOWN_GUEST : LifecycleDetail.SHUTDOWN_HOST;
    }

    private void stopped() {
        PausedReason reason = live.takePausedReason();
        if (domain.status().state() == DomainState.RUNNING && !live.pausedForReboot()) {
            publish(DomainState.PAUSED, reason);
            emit(suspendedDetail(reason));
            saveStatus();
        }
    }

    private static LifecycleDetail suspendedDetail(PausedReason reason) {
        return switch (reason) {
            case MIGRATION -> LifecycleDetail.SUSPENDED_MIGRATED;
            case FROM_SNAPSHOT -> LifecycleDetail.SUSPENDED_FROM_SNAPSHOT;
            case POSTCOPY -> LifecycleDetail.SUSPENDED_POSTCOPY;
            case POSTCOPY_FAILED -> LifecycleDetail.SUSPENDED_POSTCOPY_FAILED;
            default -> LifecycleDetail.SUSPENDED_PAUSED;
        };
    }

    private void resumed() {
        RunningReason reason = live.takeRunningReason();
        if (domain.status().state() != DomainState.RUNNING) {
            publish(DomainState.RUNNING, reason);
            emit(resumedDetail(reason));
            saveStatus();
        }
    }

    private static LifecycleDetail resumedDetail(RunningReason reason) {
        return switch (reason) {
            case RESTORED, FROM_SNAPSHOT -> LifecycleDetail.RESUMED_FROM_SNAPSHOT;
            case MIGRATED, MIGRATION_CANCELED -> LifecycleDetail.RESUMED_MIGRATED;
            case POSTCOPY -> LifecycleDetail.RESUMED_POSTCOPY;
            case POSTCOPY_FAILED -> LifecycleDetail.RESUMED_POSTCOPY_FAILED;
            default -> LifecycleDetail.RESUMED_UNPAUSED;
        };
    }

    private void reset() {
        if (isStartingUp()) {
            return; // QEMU resets a machine that it has just made
        }
        live.fakeReboot(false);
        processes.events().emit(new DomainEvent.Reboot(domain.identity()));
        saveStatus();
    }

    private boolean isStartingUp() {
        return domain.status().reason() == PausedReason.STARTING_UP;
    }

    private void panicked() {
        publish(DomainState.CRASHED, CrashedReason.PANICKED);
        emit(LifecycleDetail.CRASHED_PANICKED);
        saveStatus();
        processes.crashed(domain, live);
    }

    private void suspended(LifecycleDetail detail) {
        if (domain.status().state() == DomainState.RUNNING) {
            publish(DomainState.PMSUSPENDED, PmSuspendedReason.UNKNOWN);
            emit(detail);
            saveStatus();
        }
    }

    private void wokenUp() {
        if (domain.status().state() == DomainState.PMSUSPENDED) {
            publish(DomainState.RUNNING, RunningReason.WAKEUP);
            emit(LifecycleDetail.STARTED_WAKEUP);
            saveStatus();
        }
    }

    /// QEMU stops the virtual CPUs next, and says so; why it does stands only here.
    private void paused(MonitorEvent event, PausedReason reason, LifecycleDetail detail) {
        String action = event.data().string("action").orElse("");
        boolean stops = action.equals("stop") || action.equals("pause");
        if (stops && domain.status().state() == DomainState.RUNNING) {
            publish(DomainState.PAUSED, reason);
            emit(detail);
            saveStatus();
        }
    }

    /// Somebody in the guest has opened or closed a channel.
    private void channelChanged(MonitorEvent event) {
        String alias = event.data().string("id").orElse("");
        boolean open = event.data().isTrue("open");
        domain.live(definition -> CharEnds.withListener(definition, alias, open));
        saveStatus();
    }

    private void balloonChanged(long bytes) {
        domain.currentMemory(bytes / 1024);
        saveStatus();
    }

    @Override
    public void closed() {
        processes.ended(domain, live);
    }

    private void publish(DomainState state, DomainStateReason reason) {
        domain.publish(state, reason);
    }

    private void emit(LifecycleDetail detail) {
        processes.events().emit(new DomainEvent.Lifecycle(domain.identity(), detail));
    }

    private void saveStatus() {
        processes.saveStatusSoon(domain, live);
    }
}
