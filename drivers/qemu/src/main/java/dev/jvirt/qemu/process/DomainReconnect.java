package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.base.store.DefinitionStore.Stored;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.process.ForeignProcess;
import dev.jvirt.qemu.monitor.Monitor;
import dev.jvirt.qemu.monitor.MonitorCommands;
import dev.jvirt.qemu.monitor.MonitorReply;
import dev.jvirt.qemu.monitor.VmStatus;
import dev.jvirt.qemu.status.StatusDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the domains again that run since an earlier daemon, ours or C libvirt's.
///
/// What stands in their status files is published at once. Each QEMU is asked on a thread of its
/// own, which holds the domain's job meanwhile: one that hangs keeps nobody else waiting.
public final class DomainReconnect {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");
    private static final String HOLDER = "the start of the daemon";

    private static final int STATUS = 1;
    private static final int BALLOON = 2;
    private static final int CHARDEVS = 3;

    private final QemuProcesses processes;
    private final Function<StatusDocument, DomainDefinition> completion;

    /// Adopts into `processes`.
    ///
    /// @param completion adds what definitions of other versions lack
    public DomainReconnect(
            QemuProcesses processes, Function<StatusDocument, DomainDefinition> completion) {
        this.processes = processes;
        this.completion = completion;
    }

    /// Adopts every domain that has a status file. The persistent definitions are loaded already.
    public void adoptAll() {
        boolean understood = true;
        var owned = new HashSet<Path>();
        for (Stored stored : processes.statusFiles().load()) {
            try {
                owned.add(adopt(completed(StatusDocument.parse(stored.xml()))).files().lib());
            } catch (LibvirtException unusable) {
                understood = false;
                LOG.log(
                        System.Logger.Level.ERROR,
                        "Failed to load config for domain '%s'".formatted(stored.name()),
                        unusable);
            }
        }
        // A file that nobody understands may be that of a domain which is well and running.
        if (understood) {
            new AbandonedStarts(processes.settings()).undo(owned);
        }
    }

    /// A definition that cannot be completed is good enough to look after the domain.
    private StatusDocument completed(StatusDocument found) {
        try {
            return found.withDefinition(completion.apply(found));
        } catch (LibvirtException incomplete) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "status of domain '%s'".formatted(found.definition().name()),
                    incomplete);
            return found;
        }
    }

    private LiveDomain adopt(StatusDocument found) {
        DomainDefinition definition = found.definition();
        processes.noteId(definition.id().orElse(0));
        DomainObject domain = processes.domains().findOrAdd(definition, false).domain();
        LiveDomain live = live(found);
        processes.add(domain, live);
        domain.start(definition, found.status());
        // Taken before anybody else can: the domains are not visible to clients yet.
        Job job = domain.jobs().acquire(JobKind.MODIFY, HOLDER);
        Optional<ForeignProcess> process = process(found);
        if (process.isEmpty()) {
            job.close();
            processes.ended(domain, live);
            return live;
        }
        live.process(process.get());
        Thread.ofVirtual()
                .name("adoption of " + domain.name())
                .start(
                        () -> {
                            try (job) {
                                if (found.status().reason() == PausedReason.STARTING_UP) {
                                    giveUp(domain, live);
                                } else {
                                    connect(domain, live);
                                }
                            }
                        });
        return live;
    }

    /// The daemon that was starting it has not told it what it needs to know, and what it was to
    /// become is not known any more.
    private void giveUp(DomainObject domain, LiveDomain live) {
        LOG.log(System.Logger.Level.WARNING, "domain {0} was not fully started", domain.name());
        try {
            var termination = new Termination(processes.settings().deadlines());
            live.process().ifPresent(process -> termination.end(process, false));
            processes
                    .stop()
                    .end(domain, live, ShutoffReason.FAILED, LifecycleDetail.STOPPED_FAILED);
        } catch (LibvirtException stays) {
            LOG.log(System.Logger.Level.ERROR, "cannot end " + domain.name(), stays);
        }
    }

    private LiveDomain live(StatusDocument found) {
        QemuFolders folders = processes.settings().folders();
        DomainDefinition definition = found.definition();
        String name = definition.name();
        var usual = LiveFiles.of(folders, name, definition.id().orElse(0));
        var paths = found.qemu().paths();
        var files =
                new LiveFiles(
                        paths.lib().map(Path::of).orElse(usual.lib()),
                        paths.channels().map(Path::of).orElse(usual.channels()),
                        Path.of(found.qemu().monitor().path()),
                        usual.pid(),
                        usual.status());
        PortLease ports = processes.ports();
        DefinitionPorts.of(definition).forEach(ports::reserve);
        var live = new LiveDomain(files, new DomainLog(folders.log(), name), ports, found.qemu());
        live.taints(found.taints());
        return live;
    }

    /// The process, unless its number has passed to another one.
    private static Optional<ForeignProcess> process(StatusDocument found) {
        try {
            var process = ForeignProcess.open(found.pid());
            if (isQemuOf(found)) {
                return Optional.of(process);
            }
            process.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "process {0} is gone", found.pid());
        }
        return Optional.empty();
    }

    private static boolean isQemuOf(StatusDocument found) throws IOException {
        Path words = Path.of("/proc", Integer.toString(found.pid()), "cmdline");
        String uuid = found.definition().uuid().orElseThrow().toString();
        return Files.readString(words, StandardCharsets.ISO_8859_1).contains(uuid);
    }

    private void connect(DomainObject domain, LiveDomain live) {
        try {
            Monitor monitor =
                    processes
                            .monitors()
                            .connect(
                                    live.files().monitor(),
                                    domain.name(),
                                    processes.settings().deadlines().monitor(),
                                    new LiveEvents(domain, live, processes));
            live.monitor(monitor);
            processes.watch(domain, live);
            List<MonitorReply> replies =
                    monitor.execute(
                            HOLDER,
                            List.of(
                                    MonitorCommands.capabilities(),
                                    MonitorCommands.queryStatus(),
                                    MonitorCommands.queryBalloon(),
                                    MonitorCommands.queryChardevs()));
            note(domain, live, replies);
        } catch (LibvirtException failure) {
            failed(domain, live, failure);
        }
    }

    private void note(DomainObject domain, LiveDomain live, List<MonitorReply> replies) {
        var memory = domain.published().current().memory();
        domain.currentMemory(MonitorCommands.balloon(replies.get(BALLOON), memory.current()));
        domain.live(new CharEnds(MonitorCommands.chardevs(replies.get(CHARDEVS)))::complete);
        publish(domain, live, VmStatus.read(replies.get(STATUS).object()));
        processes.saveStatusSoon(domain, live);
    }

    /// What happened while nobody listened.
    private void publish(DomainObject domain, LiveDomain live, VmStatus now) {
        DomainState known = domain.status().state();
        if (now.running()) {
            if (known != DomainState.RUNNING) {
                domain.publish(DomainState.RUNNING, RunningReason.UNPAUSED);
            }
        } else if (now.reason() == PausedReason.SHUTTING_DOWN) {
            new LiveEvents(domain, live, processes).shutDown(Optional.empty());
        } else if (known == DomainState.RUNNING) {
            domain.publish(DomainState.PAUSED, now.reason());
        }
    }

    private void failed(DomainObject domain, LiveDomain live, LibvirtException failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "QEMU of domain '%s' does not answer".formatted(domain.name()),
                failure);
        if (live.monitor().isEmpty()) {
            // Nobody will ever talk to it again.
            live.process().ifPresent(process -> process.kill());
            processes.ended(domain, live);
        }
    }
}
