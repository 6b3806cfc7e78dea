package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;

/// Does with guests that have panicked what their definitions say (`<on_crash>`).
final class DomainCrash {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");
    private static final String HOLDER = "the panic of the guest";

    private final QemuProcesses processes;

    DomainCrash(QemuProcesses processes) {
        this.processes = processes;
    }

    /// Acts on a thread of its own.
    void later(DomainObject domain, LiveDomain live) {
        Thread.ofVirtual().name("crash of " + domain.name()).start(() -> run(domain, live));
    }

    private void run(DomainObject domain, LiveDomain live) {
        switch (domain.published().current().lifecycle().onCrash()) {
            case DESTROY, COREDUMP_DESTROY -> destroy(domain, live);
            case RESTART, COREDUMP_RESTART, RENAME_RESTART -> {
                live.pausedForReboot(true);
                DomainReboot.later(domain, live);
            }
            case PRESERVE -> {} // it stays for those who want to look at it
        }
    }

    private void destroy(DomainObject domain, LiveDomain live) {
        live.beingDestroyed(true);
        try {
            live.process()
                    .ifPresent(
                            process ->
                                    new Termination(processes.settings().deadlines())
                                            .end(process, false));
            try (Job _ = domain.jobs().acquire(JobKind.MODIFY, HOLDER)) {
                processes
                        .stop()
                        .end(domain, live, ShutoffReason.CRASHED, LifecycleDetail.STOPPED_CRASHED);
            }
        } catch (LibvirtException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot end domain '" + domain.name() + "'",
                    failure);
            live.beingDestroyed(false);
            processes.ended(domain, live);
        }
    }
}
