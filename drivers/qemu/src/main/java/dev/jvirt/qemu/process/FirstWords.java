package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.host.process.RunningProcess;
import dev.jvirt.qemu.monitor.Monitor;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.monitor.MonitorCommands;
import dev.jvirt.qemu.monitor.MonitorReply;
import dev.jvirt.qemu.status.QemuStatus.VcpuThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The first exchange with a QEMU that was just started: as much at once as can be, because QEMU
/// reads its monitor slowly and a round trip for each question would cost more than the questions.
final class FirstWords {
    /// How long a QEMU that hung up may take to be gone, with its last words in the log.
    private static final Duration DYING = Duration.ofSeconds(5);

    private static final List<MonitorCommand> QUESTIONS =
            List.of(
                    MonitorCommands.capabilities(),
                    MonitorCommands.queryChardevs(),
                    MonitorCommands.queryCpus(),
                    MonitorCommands.queryDevices());
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
    /// @throws LibvirtException INTERNAL_ERROR in QEMU's own words if it ended meanwhile,
    ///     OPERATION_FAILED if the guest's processor must be what the document says and is not
    void exchange(StartRequest request, List<MonitorCommand> settings) {
        Optional<LiveCpu> cpu = LiveCpu.of(domain.published().current());
        var words = new ArrayList<>(QUESTIONS);
        if (cpu.isPresent()) {
            List<MonitorReply> replies = say(request, words);
            note(replies);
            complete(cpu.get(), request, replies.get(CPUS));
            words.clear();
        }
        words.addAll(settings);
        if (!request.paused()) {
            live.expectResume(RunningReason.BOOTED);
            words.add(MonitorCommands.letRun());
        }
        if (cpu.isEmpty()) {
            note(say(request, words));
        } else if (!words.isEmpty()) {
            say(request, words);
        }
    }

    /// Says something that QEMU must not refuse.
    private List<MonitorReply> say(StartRequest request, List<MonitorCommand> words) {
        try {
            List<MonitorReply> replies = ask(request, words);
            replies.stream().filter(reply -> !isWithoutDriver(reply)).forEach(MonitorReply::value);
            return replies;
        } catch (LibvirtException failure) {
            throw explained(failure);
        }
    }

    private List<MonitorReply> ask(StartRequest request, List<MonitorCommand> words) {
        return live.monitor()
                .orElseGet(this::connect)
                .execute(request.holder(), words, processes.settings().deadlines().start());
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

    /// The document tells the processor that the guest really has.
    private void complete(LiveCpu cpu, StartRequest request, MonitorReply cpus) {
        String path = MonitorCommands.firstCpu(cpus).orElse("");
        Optional<Cpu> made;
        try {
            made = cpu.read(ask(request, cpu.questions(path)));
        } catch (LibvirtException failure) {
            throw failure.code() == ErrorCode.OPERATION_FAILED ? failure : explained(failure);
        }
        if (made.isPresent()) {
            if (!made.get().features().equals(cpu.guest().features())) {
                live.originalCpu(cpu.guest().withNuma(Optional.empty()));
            }
            domain.live(definition -> definition.withCpu(made));
        }
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
