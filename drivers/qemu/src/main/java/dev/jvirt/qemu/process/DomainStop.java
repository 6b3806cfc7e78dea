package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.process.RunningProcess;
import dev.jvirt.qemu.monitor.Monitor;
import dev.jvirt.qemu.status.StateWords;
import java.time.Duration;
import java.time.Instant;

/// Ends running domains, and cleans up after those that ended by themselves.
public final class DomainStop {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");

    /// How long the thread that reads monitors may take to hear the last words of a QEMU that is
    /// gone.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final QemuProcesses processes;

    DomainStop(QemuProcesses processes) {
        this.processes = processes;
    }

    /// Ends a domain at once.
    ///
    /// Its QEMU ends first: whoever holds the domain's job and waits for it then gives up.
    ///
    /// @param holder the API call
    /// @param graceful whether QEMU may refuse to end
    /// @throws LibvirtException OPERATION_INVALID if it does not run, SYSTEM_ERROR if it will not
    /// end
    public void destroy(DomainObject domain, String holder, boolean graceful) {
        LiveDomain live = processes.require(domain);
        live.beingDestroyed(true);
        try {
            live.process().ifPresent(process -> termination().end(process, graceful));
            awaitLastWords(live);
            try (Job _ = domain.jobs().acquire(JobKind.MODIFY, holder)) {
                end(domain, live, ShutoffReason.DESTROYED, LifecycleDetail.STOPPED_DESTROYED);
            }
        } catch (LibvirtException failure) {
            live.beingDestroyed(false);
            if (live.process().filter(RunningProcess::isAlive).isEmpty()) {
                later(domain, live); // nobody else heard that it is gone
            }
            throw failure;
        }
    }

    private Termination termination() {
        return new Termination(processes.settings().deadlines());
    }

    private static void awaitLastWords(LiveDomain live) {
        boolean heard = live.monitor().map(monitor -> monitor.awaitEnd(LAST_WORDS)).orElse(true);
        if (!heard) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the monitor of process {0} is still open",
                    live.pid());
        }
    }

    /// Cleans up after a QEMU that is gone or about to go, on a thread of its own.
    void later(DomainObject domain, LiveDomain live) {
        if (!live.hasEnded() && !live.beingDestroyed()) {
            Thread.ofVirtual().name("end of " + domain.name()).start(() -> afterEnd(domain, live));
        }
    }

    private void afterEnd(DomainObject domain, LiveDomain live) {
        try {
            live.process().ifPresent(process -> termination().awaitEnd(process));
            awaitLastWords(live);
        } catch (LibvirtException failure) {
            LOG.log(System.Logger.Level.WARNING, "QEMU of domain '" + domain.name() + "'", failure);
        }
        try (Job _ = insist(domain)) {
            // What it said last decides whether it was asked to go.
            boolean regular = domain.status().state() == DomainState.SHUTDOWN;
            end(
                    domain,
                    live,
                    regular ? ShutoffReason.SHUTDOWN : ShutoffReason.CRASHED,
                    regular ? LifecycleDetail.STOPPED_SHUTDOWN : LifecycleDetail.STOPPED_FAILED);
        }
    }

    /// Takes the job however long it takes: a domain without QEMU must not stay running.
    private static Job insist(DomainObject domain) {
        while (true) {
            try {
                return domain.jobs().acquire(JobKind.MODIFY, "the end of QEMU");
            } catch (LibvirtException held) {
                LOG.log(System.Logger.Level.WARNING, "end of domain '" + domain.name() + "'", held);
            }
        }
    }

    /// The domain does not run any more, and everybody hears it. The caller holds the job.
    void end(DomainObject domain, LiveDomain live, ShutoffReason reason, LifecycleDetail detail) {
        DomainId before = domain.identity();
        DomainDefinition running = domain.published().current();
        if (!finish(domain, live, reason)) {
            return;
        }
        processes.settings().audit().stopped(running, reasonWord(reason));
        processes.events().emit(new DomainEvent.Lifecycle(before, detail));
        if (!domain.published().persistent()) {
            processes.domains().remove(domain);
        }
    }

    /// Releases all that belongs to a domain whose QEMU is gone. The caller holds the job.
    ///
    /// @return whether nobody had done it before
    boolean finish(DomainObject domain, LiveDomain live, ShutoffReason reason) {
        if (!live.end()) {
            return false;
        }
        live.monitor().ifPresent(Monitor::close);
        live.consoles().close();
        live.ports().close();
        String name = domain.name();
        attempt(
                () ->
                        live.log()
                                .stamped(
                                        Instant.now(),
                                        "shutting down, reason=" + reasonWord(reason)));
        attempt(() -> processes.statusFiles().remove(name, live));
        attempt(() -> live.files().remove());
        domain.stop(DomainState.SHUTOFF, reason);
        processes.remove(domain, live);
        return true;
    }

    private static String reasonWord(ShutoffReason reason) {
        return StateWords.of(reason);
    }

    /// A step that must not keep the others from being taken.
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (LibvirtException failure) {
            LOG.log(System.Logger.Level.WARNING, "cannot clean up after a domain", failure);
        }
    }
}
