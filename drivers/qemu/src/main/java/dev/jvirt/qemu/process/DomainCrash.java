package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.documents.domain.Lifecycle;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Does with guests that have panicked what their definitions say (`<on_crash>`).
final class DomainCrash {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");
    private static final String HOLDER = "the panic of the guest";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH:mm:ss");

    private final QemuProcesses processes;

    DomainCrash(QemuProcesses processes) {
        this.processes = processes;
    }

    /// Acts on a thread of its own.
    void later(DomainObject domain, LiveDomain live) {
        Thread.ofVirtual().name("crash of " + domain.name()).start(() -> run(domain, live));
    }

    private void run(DomainObject domain, LiveDomain live) {
        Lifecycle.Action action = domain.published().current().lifecycle().onCrash();
        if (keepsMemory(action) && !dump(domain, live)) {
            return; // it stays for those who want to look at it
        }
        switch (action) {
            case DESTROY, COREDUMP_DESTROY -> destroy(domain, live);
            case RESTART, COREDUMP_RESTART, RENAME_RESTART -> {
                live.pausedForReboot(true);
                DomainReboot.later(domain, live);
            }
            case PRESERVE -> {} // it stays for those who want to look at it
        }
    }

    private static boolean keepsMemory(Lifecycle.Action action) {
        return action == Lifecycle.Action.COREDUMP_DESTROY
                || action == Lifecycle.Action.COREDUMP_RESTART;
    }

    /// Whether the memory of the guest is in a file now.
    private boolean dump(DomainObject domain, LiveDomain live) {
        String name =
                live.files().shortName()
                        + "-"
                        + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
        Path file = processes.settings().folders().dumps().resolve(name);
        try (Job _ = domain.jobs().acquire(JobKind.MODIFY, HOLDER)) {
            if (!live.hasEnded()) {
                live.monitor(HOLDER).dump(file);
            }
            return true;
        } catch (LibvirtException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot dump domain '" + domain.name() + "'",
                    failure);
            return false;
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
