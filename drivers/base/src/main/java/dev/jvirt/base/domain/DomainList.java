package dev.jvirt.base.domain;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.base.job.JobQueue;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The domains of one driver, by UUID and by name. Guarded by [#lock]; nothing is awaited while it
/// is held.
public final class DomainList {
    private final ErrorDomain errors;
    private final Supplier<JobQueue> queues;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, DomainObject> byUuid = new HashMap<>();
    private final Map<String, DomainObject> byName = new HashMap<>();
    private final RecentDocuments documents = new RecentDocuments();

    /// An empty list.
    ///
    /// @param errors which part of libvirt reports what is missing here
    /// @param queues makes the job queue of a new domain
    public DomainList(ErrorDomain errors, Supplier<JobQueue> queues) {
        this.errors = errors;
        this.queues = queues;
    }

    /// All domains now, in no particular order.
    public List<DomainObject> all() {
        lock.lock();
        try {
            return List.copyOf(byUuid.values());
        } finally {
            lock.unlock();
        }
    }

    /// The domain with that UUID.
    public Optional<DomainObject> find(UUID uuid) {
        lock.lock();
        try {
            return Optional.ofNullable(byUuid.get(uuid));
        } finally {
            lock.unlock();
        }
    }

    /// The domain with that name.
    public Optional<DomainObject> find(String name) {
        lock.lock();
        try {
            return Optional.ofNullable(byName.get(name));
        } finally {
            lock.unlock();
        }
    }

    /// The running domain with that id.
    public Optional<DomainObject> find(int id) {
        for (DomainObject domain : all()) {
            if (domain.isActive() && domain.identity().id() == id) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }

    /// The domain that is meant, or NO_DOMAIN.
    public DomainObject require(DomainId domain) {
        return find(domain.uuid()).orElseThrow(() -> missing(domain));
    }

    /// The error for a domain that is not here, or not any more.
    public LibvirtException missing(DomainId domain) {
        return missing(
                "no domain with matching uuid '%s' (%s)".formatted(domain.uuid(), domain.name()));
    }

    /// The domain with that UUID, or NO_DOMAIN.
    public DomainObject require(UUID uuid) {
        return find(uuid)
                .orElseThrow(() -> missing("no domain with matching uuid '%s'".formatted(uuid)));
    }

    /// The domain with that name, or NO_DOMAIN.
    public DomainObject require(String name) {
        return find(name)
                .orElseThrow(() -> missing("no domain with matching name '%s'".formatted(name)));
    }

    /// The running domain with that id, or NO_DOMAIN.
    public DomainObject require(int id) {
        return find(id).orElseThrow(() -> missing("no domain with matching id %d".formatted(id)));
    }

    private LibvirtException missing(String detail) {
        return new LibvirtException(errors, ErrorCode.NO_DOMAIN, detail);
    }

    /// The domain that a document describes: one that is here already, or a new one that does not
    /// run.
    ///
    /// @param definition complete, with a UUID
    /// @param persistent whether a new one is defined
    /// @throws LibvirtException OPERATION_FAILED if name and UUID belong to different domains
    public Found findOrAdd(DomainDefinition definition, boolean persistent) {
        UUID uuid = definition.uuid().orElseThrow();
        lock.lock();
        try {
            DomainObject known = byUuid.get(uuid);
            if (known != null) {
                requireName(known, definition.name());
                return new Found(known, false);
            }
            requireFree(definition.name(), uuid);
            var added = DomainObject.shutOff(definition, persistent, queues.get());
            byUuid.put(uuid, added);
            byName.put(definition.name(), added);
            return new Found(added, true);
        } finally {
            lock.unlock();
        }
    }

    /// A domain of the list.
    ///
    /// @param isNew whether it was not there before
    public record Found(DomainObject domain, boolean isNew) {}

    private void requireName(DomainObject known, String name) {
        if (!known.name().equals(name)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OPERATION_FAILED,
                    "domain '%s' is already defined with uuid %s"
                            .formatted(known.name(), known.uuid()));
        }
    }

    private void requireFree(String name, UUID uuid) {
        DomainObject other = byName.get(name);
        if (other != null) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OPERATION_FAILED,
                    "domain '%s' already exists with uuid %s".formatted(name, other.uuid()));
        }
        assert !byUuid.containsKey(uuid);
    }

    /// Takes a domain out.
    public void remove(DomainObject domain) {
        lock.lock();
        try {
            domain.remove();
            byUuid.remove(domain.uuid(), domain);
            byName.values().removeIf(named -> named == domain);
        } finally {
            lock.unlock();
        }
    }

    /// Keeps a name for a domain that is about to get it.
    ///
    /// @throws LibvirtException OPERATION_INVALID if another one has it
    public void reserve(DomainObject domain, String name) {
        lock.lock();
        try {
            if (byName.putIfAbsent(name, domain) != null) {
                throw new LibvirtException(
                        ErrorDomain.DOMAIN,
                        ErrorCode.OPERATION_INVALID,
                        "domain with name '%s' already exists".formatted(name));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Gives back a name that was reserved and not taken.
    public void release(DomainObject domain, String name) {
        lock.lock();
        try {
            byName.remove(name, domain);
        } finally {
            lock.unlock();
        }
    }

    /// Gives a domain the name that was reserved for it, in place of its old one.
    public void rename(DomainObject domain, String name) {
        lock.lock();
        try {
            byName.remove(domain.name(), domain);
            domain.rename(name);
        } finally {
            lock.unlock();
        }
    }

    /// The document of a definition of one of them.
    String format(DomainDefinition definition, FormatFlags flags) {
        return documents.format(definition, flags);
    }

    /// The identities of those that pass.
    public List<DomainId> identities(DomainFilter filter) {
        List<DomainObject> domains = all();
        var passed = new ArrayList<DomainId>(domains.size());
        for (DomainObject domain : domains) {
            PublishedDomain published = domain.published();
            if (filter.passes(published)) {
                passed.add(published.identity());
            }
        }
        return passed;
    }
}
