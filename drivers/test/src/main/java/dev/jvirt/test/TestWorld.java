package dev.jvirt.test;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.base.domain.DomainEvents;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.JobQueue;
import dev.jvirt.documents.domain.DomainDefinition;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
    private final Map<UUID, GuestState> guests = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final ReentrantLock changes = new ReentrantLock();
    private final Once firstDomains;
    private final Lazy<TestNetworks> networks;
    private final Lazy<TestPools> pools;
    private final Lazy<TestInterfaces> interfaces;
    private final Lazy<TestNodeDevices> nodeDevices;

    /// A world with nothing in it.
    TestWorld(TestHost host) {
        this(host, Contents.NONE);
    }

    /// A world that begins with something.
    TestWorld(TestHost host, Contents contents) {
        this.host = host;
        this.firstDomains = new Once(() -> contents.domains(this));
        this.networks = first(TestNetworks::new, contents::networks);
        this.pools = first(TestPools::new, contents::pools);
        this.interfaces = first(TestInterfaces::new, contents::interfaces);
        this.nodeDevices = first(TestNodeDevices::new, contents::devices);
    }

    private static <T> Lazy<T> first(Supplier<T> make, Consumer<T> fill) {
        return new Lazy<>(
                () -> {
                    T made = make.get();
                    fill.accept(made);
                    return made;
                });
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

    /// What is known of a guest beside its definition.
    GuestState guest(UUID domain) {
        return guests.computeIfAbsent(domain, _ -> new GuestState());
    }

    /// Takes out a domain and all that is known of it.
    void remove(DomainObject domain) {
        domains.remove(domain);
        saved.remove(domain.uuid());
        warnings.remove(domain.uuid());
        guests.remove(domain.uuid());
    }

    /// Its networks.
    TestNetworks networks() {
        return networks.value();
    }

    /// Its storage pools.
    TestPools pools() {
        return pools.value();
    }

    /// The interfaces of its host.
    TestInterfaces interfaces() {
        return interfaces.value();
    }

    /// The devices of its host.
    TestNodeDevices nodeDevices() {
        return nodeDevices.value();
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
}
