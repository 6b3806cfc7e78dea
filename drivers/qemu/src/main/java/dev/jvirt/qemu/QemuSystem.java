package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.base.domain.DomainEvents;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.JobQueue;
import dev.jvirt.base.store.DefinitionStore;
import dev.jvirt.base.store.DefinitionStore.Stored;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.file.Folders;
import dev.jvirt.host.file.Reason;
import dev.jvirt.qemu.process.DomainReconnect;
import dev.jvirt.qemu.process.DomainStart;
import dev.jvirt.qemu.process.DriverLock;
import dev.jvirt.qemu.process.ProcessSettings;
import dev.jvirt.qemu.process.QemuFolders;
import dev.jvirt.qemu.process.QemuProcesses;
import dev.jvirt.qemu.process.StartPlanner;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A driver at work: its folders, its domains, and those of them that run.
final class QemuSystem implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu");
    private static final int FOLDER_MODE = 0755;

    private final QemuParts parts;
    private final HostDriver host;
    private Optional<DriverLock> lock = Optional.empty();

    QemuSystem(
            ProcessSettings settings,
            QemuDocuments documents,
            StartPlanner planner,
            HostDriver host) {
        QemuFolders folders = settings.folders();
        var domains =
                new DomainList(ErrorDomain.QEMU, () -> new JobQueue(settings.deadlines().job()));
        var events = new DomainEvents();
        var processes = new QemuProcesses(settings, domains, events);
        this.host = host;
        this.parts =
                new QemuParts(
                        folders,
                        documents,
                        new DefinitionStore(folders.config(), folders.autostart(), "edit"),
                        domains,
                        events,
                        processes,
                        new DomainStart(processes, planner));
    }

    QemuParts parts() {
        return parts;
    }

    HostDriver host() {
        return host;
    }

    /// Makes the folders, reads what is defined, finds again what runs, and starts what starts with
    /// the host.
    void start() {
        createFolders();
        lock = Optional.of(DriverLock.acquire(parts.folders().state().resolve("driver.pid")));
        loadDefinitions();
        new DomainReconnect(parts.processes(), parts.documents()::adopt).adoptAll();
        autostart();
    }

    private void createFolders() {
        try {
            for (Path folder : parts.folders().needed()) {
                Folders.create(folder, FOLDER_MODE);
            }
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU, ErrorCode.SYSTEM_ERROR, Reason.of(failure), failure);
        }
    }

    private void loadDefinitions() {
        parts.store().load().forEach(this::loadOrLog);
    }

    private void loadOrLog(Stored stored) {
        try {
            load(stored);
        } catch (LibvirtException unusable) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Failed to load config for domain '%s'".formatted(stored.name()),
                    unusable);
        }
    }

    /// Reads definitions that somebody has put into the folder; those that are known already stay.
    void reload() {
        for (Stored stored : parts.store().load()) {
            if (parts.domains().find(stored.name()).isEmpty()) {
                loadOrLog(stored);
            }
        }
    }

    private void load(Stored stored) {
        DomainDefinition definition = parts.documents().load(stored.xml());
        if (!definition.name().equals(stored.name())) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.INTERNAL_ERROR,
                    "Domain config filename '%s' does not match domain name '%s'"
                            .formatted(parts.store().file(stored.name()), definition.name()));
        }
        DomainObject domain = parts.domains().findOrAdd(definition, true).domain();
        domain.autostart(parts.store().isAutostart(stored.name()));
    }

    /// Once after each start of the host: a daemon that is started again leaves alone what somebody
    /// has stopped since.
    private void autostart() {
        Path done = parts.folders().state().resolve("autostarted");
        try {
            Files.createFile(done);
        } catch (FileAlreadyExistsException already) {
            return;
        } catch (IOException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot create '%s': %s".formatted(done, Reason.of(failure)));
        }
        for (DomainObject domain : parts.domains().all()) {
            if (domain.published().autostart() && !domain.isActive()) {
                Thread.ofVirtual()
                        .name("autostart of " + domain.name())
                        .start(() -> autostart(domain));
            }
        }
    }

    private void autostart(DomainObject domain) {
        try {
            new DomainLifeCycle(parts).create(domain.identity(), Flags.none());
        } catch (LibvirtException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Failed to autostart VM '%s'".formatted(domain.name()),
                    failure);
        }
    }

    /// Whether any domain runs.
    boolean isBusy() {
        return parts.processes().isBusy();
    }

    /// Lets go of the running domains.
    @Override
    public void close() {
        parts.processes().close();
        lock.ifPresent(DriverLock::close);
    }
}
