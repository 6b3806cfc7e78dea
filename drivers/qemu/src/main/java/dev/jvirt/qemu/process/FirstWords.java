package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.host.process.RunningProcess;
import dev.jvirt.qemu.monitor.Monitor;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.monitor.MonitorCommands;
import dev.jvirt.qemu.monitor.MonitorReply;
import dev.jvirt.qemu.status.QemuStatus.VcpuThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The first exchange with a QEMU that was just started: everything at once, because QEMU reads its
/// monitor slowly and a round trip for each question would cost more than the questions.
final class FirstWords {
    /// How long a QEMU that hung up may take to be gone, with its last words in the log.
    private static final Duration DYING = Duration.ofSeconds(5);

    private static final int CHARDEVS = 1;
    private static final int CPUS = 2;
    private static final int DEVICES = 3;

    private final QemuProcesses processes;
    private final DomainObject domain;
    private final LiveDomain live;

    FirstWords(QemuProcesses processes, DomainObject domain, LiveDomain live) {
        this.processes = processes;
        this.domain = domain;
        this.live = live;
    }

    /// Asks what must be known of it, and lets it run unless it is to stay paused.
    ///
    /// @param settings what it is told before it runs
    /// @throws LibvirtException INTERNAL_ERROR in QEMU's own words if it ended meanwhile
    void exchange(StartRequest request, List<MonitorCommand> settings) {
        List<MonitorReply> replies;
        try {
            Monitor monitor = connect();
            if (!request.paused()) {
                live.expectResume(RunningReason.BOOTED);
            }
            replies =
                    monitor.execute(
                            request.holder(),
                            words(settings, request.paused()),
                            processes.settings().deadlines().start());
            replies.stream().filter(reply -> !isWithoutDriver(reply)).forEach(MonitorReply::value);
        } catch (LibvirtException failure) {
            throw explained(failure);
        }
        note(replies);
    }

    private Monitor connect() {
        Monitor monitor =
                processes
                        .monitors()
                        .connect(
                                live.files().monitor(),
                                domain.name(),
                                processes.settings().deadlines().monitor(),
                                new LiveEvents(domain, live, processes));
        live.monitor(monitor);
        return monitor;
    }

    private static List<MonitorCommand> words(List<MonitorCommand> settings, boolean paused) {
        var words = new ArrayList<MonitorCommand>();
        words.add(MonitorCommands.capabilities());
        words.add(MonitorCommands.queryChardevs());
        words.add(MonitorCommands.queryCpus());
        words.add(MonitorCommands.queryDevices());
        words.addAll(settings);
        if (!paused) {
            words.add(MonitorCommands.letRun());
        }
        return words;
    }

    /// Guests that do not know their balloon, or do not know it yet, keep all their memory.
    private static boolean isWithoutDriver(MonitorReply reply) {
        return reply.command().equals("balloon") && reply.errorClass().equals("DeviceNotActive");
    }

    private void note(List<MonitorReply> replies) {
        var ends = new CharEnds(MonitorCommands.chardevs(replies.get(CHARDEVS)));
        domain.live(ends::complete);
        var threads = new ArrayList<VcpuThread>();
        for (int thread : MonitorCommands.threads(replies.get(CPUS))) {
            threads.add(new VcpuThread(threads.size(), thread));
        }
        live.vcpus(threads);
        live.devices(MonitorCommands.devices(replies.get(DEVICES)));
    }

    /// QEMU's last words say more than that it is gone.
    private LibvirtException explained(LibvirtException failure) {
        boolean gone = live.process().map(FirstWords::isGone).orElse(true);
        String words = live.log().since(live.logStart());
        if (!gone || words.isEmpty()) {
            return failure;
        }
        return new LibvirtException(
                ErrorCode.INTERNAL_ERROR,
                "process exited while connecting to monitor: " + words,
                failure);
    }

    private static boolean isGone(RunningProcess process) {
        try {
            process.end().get(DYING.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException alive) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException unwatched) {
            return !process.isAlive();
        }
    }
}
