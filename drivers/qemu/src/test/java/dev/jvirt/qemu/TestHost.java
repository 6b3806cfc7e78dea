package dev.jvirt.qemu;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.driver.AuditTrail;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.audit.DomainAudit;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.guests.BootSector;
import dev.jvirt.host.Paths;
import dev.jvirt.host.process.ForeignProcess;
import dev.jvirt.qemu.process.Deadlines;
import dev.jvirt.qemu.process.LiveDomain;
import dev.jvirt.qemu.process.ProcessSettings;
import dev.jvirt.qemu.process.ProcessSettings.HostFacts;
import dev.jvirt.qemu.process.ProcessSettings.PortRanges;
import dev.jvirt.qemu.process.ProcessSettings.Rights;
import dev.jvirt.qemu.process.QemuFolders;
import dev.jvirt.qemu.status.StatusDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A host below a folder, with one driver at a time at work on it.
final class TestHost implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Short enough for tests of what takes too long, long enough for a busy machine.
    static final Deadlines DEADLINES =
            new Deadlines(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));

    private final Path root;
    private final Path disk;
    private final List<Integer> started = new ArrayList<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<String> audited = new CopyOnWriteArrayList<>();
    private Optional<QemuSystem> system = Optional.empty();
    private Optional<QemuDomainDriver> driver = Optional.empty();

    TestHost(Path root) {
        this.root = root;
        this.disk = BootSector.write(root.resolve("guest.img"));
    }

    QemuFolders folders() {
        Paths paths = Paths.of(Optional.of(root), true, Map.of());
        return QemuFolders.ofSystem(
                paths.config(), paths.run(), paths.lib(), paths.cache(), paths.log());
    }

    /// Starts a daemon's driver; the one before must have ended.
    QemuDomainDriver startDriver() {
        var settings =
                new ProcessSettings(
                        folders(),
                        DEADLINES,
                        PortRanges.DEFAULT,
                        new HostFacts("9.0.0, package: test", "testhost"),
                        Rights.OF_DAEMON,
                        true,
                        new DomainAudit(this::noteAudit));
        var made =
                new QemuSystem(
                        settings,
                        new PlainDocuments(),
                        new GuestProgram(disk),
                        new HostDriver() {});
        made.parts()
                .events()
                .subscribe(DomainEventId.LIFECYCLE, Optional.empty(), this::noteLifecycle);
        made.parts().events().subscribe(DomainEventId.REBOOT, Optional.empty(), this::noteReboot);
        system = Optional.of(made);
        made.start();
        var connected = new QemuDomainDriver(made.parts());
        driver = Optional.of(connected);
        return connected;
    }

    private void noteLifecycle(DomainEvent event) {
        if (event instanceof DomainEvent.Lifecycle(DomainId _, var type, int detail)) {
            events.add(LifecycleDetail.of(type, detail).orElseThrow().name());
        }
    }

    private void noteAudit(AuditTrail.Kind kind, boolean success, String text) {
        audited.add(kind + (success ? " yes " : " no ") + text);
    }

    /// What auditors heard.
    List<String> audited() {
        return List.copyOf(audited);
    }

    private void noteReboot(DomainEvent event) {
        events.add("REBOOT");
    }

    /// Ends the driver as the end of the daemon does: guests stay.
    void stopDriver() {
        note();
        driver.ifPresent(QemuDomainDriver::close);
        system.ifPresent(QemuSystem::close);
        driver = Optional.empty();
        system = Optional.empty();
    }

    void reload() {
        system.orElseThrow().reload();
    }

    QemuParts parts() {
        return system.orElseThrow().parts();
    }

    LiveDomain live(String name) {
        LiveDomain live = parts().processes().find(parts().domains().require(name)).orElseThrow();
        note();
        return live;
    }

    int pid(String name) {
        return live(name).pid();
    }

    /// The next event, in the order in which they happened.
    String event() throws InterruptedException {
        String event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return event == null ? "none came" : event;
    }

    List<String> events(int count) throws InterruptedException {
        var next = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            next.add(event());
        }
        return next;
    }

    /// Waits for an event that may be preceded by others.
    void awaitEvent(String wanted) throws InterruptedException {
        String event = event();
        while (!event.equals(wanted)) {
            if (event.equals("none came")) {
                throw new AssertionError("no event " + wanted);
            }
            event = event();
        }
    }

    /// Waits until there is no domain of that name.
    void awaitGone(String name) {
        await(() -> parts().domains().find(name).isEmpty());
    }

    /// Waits until somebody holds the job of a domain.
    void awaitJob(String name) {
        await(() -> parts().domains().require(name).jobs().holder().isPresent());
    }

    void awaitState(DomainId domain, DomainState wanted) {
        await(() -> parts().domains().require(domain).status().state() == wanted);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen");
            }
            Thread.onSpinWait();
        }
    }

    /// The processes that run the guest's disk.
    List<Long> runningGuests() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().commandLine().orElse("").contains(disk.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    String log(String name) throws IOException {
        return Files.readString(folders().log().resolve(name + ".log"));
    }

    static String xml(String name) {
        return xml(name, GuestProgram.QEMU);
    }

    static String xml(String name, String emulator) {
        return """
               <domain type='qemu'>
                 <name>%s</name>
                 <uuid>%s</uuid>
                 <memory unit='MiB'>16</memory>
                 <os><type arch='x86_64' machine='pc'>hvm</type></os>
                 <devices>
                   <emulator>%s</emulator>
                   <serial type='pty'><target type='isa-serial' port='0'/></serial>
                 </devices>
               </domain>
               """
                .formatted(
                        name,
                        UUID.nameUUIDFromBytes(
                                name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        emulator);
    }

    /// Remembers the guests that run now, to end them.
    void note() {
        if (system.isEmpty()) {
            return;
        }
        for (var domain : parts().domains().all()) {
            parts().processes().find(domain).ifPresent(live -> started.add(live.pid()));
        }
    }

    /// Ends every guest that was seen.
    @Override
    public void close() {
        stopDriver();
        for (int pid : started) {
            if (pid > 0) {
                kill(pid);
            }
        }
    }

    private void kill(int pid) {
        Path words = Path.of("/proc/" + pid + "/cmdline");
        try {
            if (Files.exists(words) && Files.readString(words).contains(disk.toString())) {
                try (var process = ForeignProcess.open(pid)) {
                    process.kill();
                }
            }
        } catch (IOException gone) {
            // That is what is wanted.
        }
    }

    /// Takes documents as they are.
    private static final class PlainDocuments implements QemuDocuments {
        @Override
        public DomainDefinition withHostCpu(DomainDefinition definition) {
            return definition;
        }

        @Override
        public DomainDefinition parse(String xml, boolean validate) {
            DomainDefinition definition = DomainDefinition.parse(xml);
            return definition.uuid().isPresent()
                    ? definition
                    : definition.withUuid(UUID.randomUUID());
        }

        @Override
        public DomainDefinition load(String xml) {
            return parse(xml, false);
        }

        @Override
        public DomainDefinition adopt(StatusDocument found) {
            return found.definition();
        }
    }
}
