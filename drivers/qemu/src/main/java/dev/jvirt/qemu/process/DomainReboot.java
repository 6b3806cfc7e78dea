package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.host.process.RunningProcess;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.monitor.MonitorCommands;
import java.util.List;

/// Resets guests that have shut down and are to go on, which is how libvirt reboots a guest by its
/// power button.
final class DomainReboot {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");
    private static final String HOLDER = "the reboot of the guest";

    private DomainReboot() {}

    /// Resets a guest and lets it go on, on a thread of its own. If that fails, the domain ends.
    static void later(DomainObject domain, LiveDomain live) {
        Thread.ofVirtual().name("reboot of " + domain.name()).start(() -> run(domain, live));
    }

    private static void run(DomainObject domain, LiveDomain live) {
        try (Job _ = domain.jobs().acquire(JobKind.MODIFY, HOLDER)) {
            if (!live.hasEnded()) {
                reset(domain, live);
            }
        } catch (LibvirtException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot reboot domain '" + domain.name() + "'",
                    failure);
            live.process().ifPresent(RunningProcess::terminate);
        } finally {
            live.pausedForReboot(false);
        }
    }

    private static void reset(DomainObject domain, LiveDomain live) {
        boolean crashed = domain.status().state() == DomainState.CRASHED;
        RunningReason reason = crashed ? RunningReason.CRASHED : RunningReason.UNPAUSED;
        live.expectResume(reason);
        live.monitor(HOLDER)
                .all(List.of(new MonitorCommand("system_reset"), MonitorCommands.letRun()))
                .forEach(reply -> reply.value());
        domain.publish(DomainState.RUNNING, reason);
    }
}
