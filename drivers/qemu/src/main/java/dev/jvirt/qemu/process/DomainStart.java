package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.Undo;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.file.Reason;
import dev.jvirt.host.process.ChildProcess;
import dev.jvirt.host.process.ProgramStart;
import dev.jvirt.qemu.status.JobStatus;
import dev.jvirt.qemu.status.QemuStatus;
import dev.jvirt.qemu.status.QemuStatus.DomainPaths;
import dev.jvirt.qemu.status.QemuStatus.MonitorPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a domain a running QEMU. The caller holds the domain's job.
///
/// Whatever step fails, nothing is left: no process, no file, no port.
public final class DomainStart {
    /// libvirt's own for what it starts.
    private static final int UMASK = 0002;

    /// How the audit trail names a start that is none of the others: from a saved state, by
    /// migration.
    private static final String BOOTED = "booted";

    private final QemuProcesses processes;
    private final StartPlanner planner;

    /// Starts domains with the commands that `planner` makes.
    public DomainStart(QemuProcesses processes, StartPlanner planner) {
        this.processes = processes;
        this.planner = planner;
    }

    /// Starts a domain.
    ///
    /// @param definition what it is started from
    /// @throws LibvirtException if it cannot be started, in QEMU's own words if it was QEMU that
    /// could not
    public void start(DomainObject domain, DomainDefinition definition, StartRequest request) {
        if (domain.isActive()) {
            throw new LibvirtException(ErrorCode.OPERATION_INVALID, "domain is already running");
        }
        int id = processes.nextId();
        LiveFiles files = LiveFiles.of(processes.settings().folders(), definition.name(), id);
        try (var undo = new Undo()) {
            PortLease ports = undo.onFailure(processes.ports(), PortLease::close);
            byte[] masterKey = MasterKey.generate();
            undo.onFailure(() -> noteFailure(domain));
            StartPlan plan =
                    planner.plan(definition.withId(OptionalInt.of(id)), files, ports, masterKey);
            LiveDomain live = live(plan, files, ports);
            undo.onFailure(() -> giveUp(domain, live, plan.live()));
            begin(domain, live, plan, masterKey);
            launch(domain, live, plan);
            new FirstWords(processes, domain, live).exchange(request, plan.settings());
            undo.done();
            processes.watch(domain, live);
            started(domain, live, request);
        }
    }

    /// What could not even be planned has failed, too.
    private void noteFailure(DomainObject domain) {
        if (!domain.isActive() && domain.status().reason() != ShutoffReason.FAILED) {
            domain.publish(DomainState.SHUTOFF, ShutoffReason.FAILED);
            var log = new DomainLog(processes.settings().folders().log(), domain.name());
            log.open(!processes.settings().privileged());
            log.stamped(Instant.now(), "shutting down, reason=failed");
        }
    }

    private LiveDomain live(StartPlan plan, LiveFiles files, PortLease ports) {
        String name = plan.live().name();
        var status =
                new QemuStatus(
                        new MonitorPlace(files.monitor().toString(), "unix"),
                        List.of(),
                        plan.emulator().capabilities(),
                        List.of(),
                        Optional.empty(),
                        new DomainPaths(
                                Optional.of(files.lib().toString()),
                                Optional.of(files.channels().toString())),
                        plan.facts(),
                        JobStatus.NONE);
        var log = new DomainLog(processes.settings().folders().log(), name);
        var live = new LiveDomain(files, log, ports, status);
        live.taints(plan.warnings().taints());
        live.deprecations(plan.warnings().deprecations());
        return live;
    }

    /// From here on everybody sees that it is about to run.
    private void begin(DomainObject domain, LiveDomain live, StartPlan plan, byte[] masterKey) {
        processes.add(domain, live);
        domain.start(plan.live(), new DomainStatus(DomainState.PAUSED, PausedReason.STARTING_UP));
        live.files().create();
        MasterKey.write(masterKey, live.files().masterKey());
        processes.settings().rights().identity().ifPresent(live.files()::giveTo);
        live.log().open(!processes.settings().privileged());
        var text = new StartLog(processes.settings().host(), plan);
        live.log().append(text.text(Instant.now()));
    }

    private void launch(DomainObject domain, LiveDomain live, StartPlan plan) {
        List<String> words = plan.command().arguments();
        ProgramStart program =
                ProgramStart.of(Path.of(words.getFirst()), words.subList(1, words.size()))
                        .environment(plan.command().environment())
                        .folder(Path.of("/"))
                        .umask(UMASK)
                        .ownSession();
        ProcessSettings.Rights rights = processes.settings().rights();
        rights.identity().ifPresent(program::identity);
        if (rights.withoutCapabilities()) {
            program.withoutCapabilities();
        }
        rights.limits().forEach(program::limit);
        try (var descriptors = new StartDescriptors()) {
            descriptors.passLog(live.log(), program);
            descriptors.pass(plan.command().descriptors(), live.files(), program);
            live.logStart(live.log().position());
            ChildProcess process = program.start();
            live.process(process);
            Files.writeString(live.files().pid(), Integer.toString(process.pid()));
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot start '%s': %s".formatted(words.getFirst(), Reason.of(failure)),
                    failure);
        }
        // Written while QEMU is getting ready: a daemon that ends now leaves a domain that the next
        // one finds.
        processes.statusFiles().save(domain, live);
    }

    private void started(DomainObject domain, LiveDomain live, StartRequest request) {
        if (request.paused()) {
            domain.publish(DomainState.PAUSED, PausedReason.USER);
        } else if (domain.status().reason() == PausedReason.STARTING_UP) {
            domain.publish(DomainState.RUNNING, RunningReason.BOOTED);
        }
        emit(domain, LifecycleDetail.STARTED_BOOTED);
        if (request.paused()) {
            emit(domain, LifecycleDetail.SUSPENDED_PAUSED);
        }
        processes.statusFiles().save(domain, live);
        processes
                .settings()
                .audit()
                .started(domain.published().current(), BOOTED, live.pid(), true);
    }

    private void emit(DomainObject domain, LifecycleDetail detail) {
        processes.events().emit(new DomainEvent.Lifecycle(domain.identity(), detail));
    }

    private void giveUp(DomainObject domain, LiveDomain live, DomainDefinition planned) {
        live.beingDestroyed(true);
        live.process()
                .ifPresent(
                        process ->
                                new Termination(processes.settings().deadlines())
                                        .end(process, false));
        processes.stop().finish(domain, live, ShutoffReason.FAILED);
        processes.settings().audit().started(planned, BOOTED, 0, false);
    }
}
