package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.base.domain.DomainEvents;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.JobQueue;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.network.NetworkDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Everything that one hypervisor in memory has.
final class TestWorld {
    /// Nothing here takes long, so whoever waits longer waits for ever.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final TestHost host;
    private final DomainList domains =
            new DomainList(ErrorDomain.TEST, () -> new JobQueue(DEADLINE));
    private final DomainEvents events = new DomainEvents();
    private final Set<UUID> saved = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Warnings> warnings = new ConcurrentHashMap<>();
    private final List<NetworkDefinition> networks = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final ReentrantLock changes = new ReentrantLock();
    private final Once firstDomains;
    private final Once firstNetworks;

    /// A world with nothing in it.
    TestWorld(TestHost host) {
        this(host, empty -> {}, empty -> {});
    }

    /// A world that begins with something, which is put in when it is first asked for: few who
    /// connect want to see everything.
    TestWorld(TestHost host, Consumer<TestWorld> firstDomains, Consumer<TestWorld> firstNetworks) {
        this.host = host;
        this.firstDomains = new Once(() -> firstDomains.accept(this));
        this.firstNetworks = new Once(() -> firstNetworks.accept(this));
    }

    /// Its hardware.
    TestHost host() {
        return host;
    }

    /// Its domains.
    DomainList domains() {
        firstDomains.take();
        return domains;
    }

    /// What happens to them.
    DomainEvents events() {
        return events;
    }

    /// The domains for which a saved state waits.
    Set<UUID> saved() {
        return saved;
    }

    /// What speaks against a domain.
    Warnings warnings(DomainObject domain) {
        return warnings.getOrDefault(domain.uuid(), Warnings.NONE);
    }

    /// Takes out a domain and all that is known of it.
    void remove(DomainObject domain) {
        domains.remove(domain);
        saved.remove(domain.uuid());
        warnings.remove(domain.uuid());
    }

    /// Its networks, all of which are defined and up.
    List<NetworkDefinition> networks() {
        firstNetworks.take();
        return networks;
    }

    /// Makes and reports a change while no other is made.
    void inOrder(Runnable change) {
        changes.lock();
        try {
            change.run();
        } finally {
            changes.unlock();
        }
    }

    /// A number for a domain that starts.
    int nextId() {
        return lastId.incrementAndGet();
    }

    /// Puts in a domain as it is when the world begins.
    void add(DomainDefinition definition, Beginning beginning) {
        var domain = domains.findOrAdd(definition, beginning.persistent()).domain();
        var status =
                new DomainStatus(beginning.state(), DomainStateReason.of(beginning.state(), 0));
        if (status.state() != DomainState.SHUTOFF) {
            domain.start(definition.withId(OptionalInt.of(nextId())), status);
        }
        if (beginning.saved()) {
            saved.add(domain.uuid());
        }
        warnings.put(domain.uuid(), Warnings.of(definition));
    }

    /// Puts in a network, or another definition of one that is here.
    ///
    /// @throws LibvirtException OPERATION_FAILED if name and UUID belong to different networks
    void add(NetworkDefinition network) {
        for (NetworkDefinition known : networks) {
            boolean sameUuid = known.uuid().equals(network.uuid());
            boolean sameName = known.name().equals(network.name());
            if (sameUuid && !sameName) {
                throw conflict(
                        "network '%s' is already defined with uuid %s"
                                .formatted(known.name(), known.uuid()));
            }
            if (sameName && !sameUuid) {
                throw conflict(
                        "network '%s' already exists with uuid %s"
                                .formatted(known.name(), known.uuid()));
            }
        }
        networks.removeIf(known -> known.uuid().equals(network.uuid()));
        networks.add(network);
    }

    private static LibvirtException conflict(String detail) {
        return new LibvirtException(ErrorDomain.NETWORK, ErrorCode.OPERATION_FAILED, detail);
    }
}
