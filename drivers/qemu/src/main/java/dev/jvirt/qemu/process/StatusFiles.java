package dev.jvirt.qemu.process;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.domain.PublishedDomain;
import dev.jvirt.base.store.DefinitionStore;
import dev.jvirt.base.store.DefinitionStore.Stored;
import dev.jvirt.qemu.status.StatusDocument;
import java.util.List;

/// The status files of running domains: one for each, as long as it runs.
final class StatusFiles {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu.process");

    private final DefinitionStore store;

    StatusFiles(QemuFolders folders) {
        store = new DefinitionStore(folders.state(), folders.state().resolve("autostart"), "edit");
    }

    /// What an earlier daemon left.
    List<Stored> load() {
        return store.load();
    }

    /// Writes what a later daemon must know of a domain; does nothing if it has ended.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if it cannot
    void save(DomainObject domain, LiveDomain live) {
        live.saving().lock();
        try {
            PublishedDomain now = domain.published();
            if (now.isActive() && !live.hasEnded()) {
                store.save(now.current().name(), domain.uuid(), document(now, live).format());
            }
        } finally {
            live.saving().unlock();
        }
    }

    private static StatusDocument document(PublishedDomain domain, LiveDomain live) {
        return new StatusDocument(
                domain.status(), live.pid(), live.taints(), live.status(), domain.current());
    }

    /// Writes it on a thread of its own, once for any number of calls that come in meanwhile.
    void saveSoon(DomainObject domain, LiveDomain live) {
        if (!live.unsaved().compareAndSet(false, true)) {
            return;
        }
        Thread.startVirtualThread(
                () -> {
                    live.unsaved().set(false);
                    try {
                        save(domain, live);
                    } catch (LibvirtException failure) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "Unable to save status on vm %s".formatted(domain.name()),
                                failure);
                    }
                });
    }

    /// Removes the file of a domain that has ended.
    void remove(String name, LiveDomain live) {
        live.saving().lock();
        try {
            store.remove(name);
        } finally {
            live.saving().unlock();
        }
    }

    /// Removes a file that is of no use.
    void discard(String name) {
        store.remove(name);
    }
}
