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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Everything that one hypervisor in memory has. What it begins with is put in when somebody first
/// asks for objects of that kind ([#making] is held meanwhile): few who connect want to see
/// everything.
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
    private final ReentrantLock making = new ReentrantLock();
    private final Contents contents;
    private final Once firstDomains;
    private @Nullable TestNetworks networks;
    private @Nullable TestPools pools;
    private @Nullable TestInterfaces interfaces;
    private @Nullable TestNodeDevices nodeDevices;

    /// A world with nothing in it.
    TestWorld(TestHost host) {
        this(host, Contents.NONE);
    }

    /// A world that begins with something.
    TestWorld(TestHost host, Contents contents) {
        this.host = host;
        this.firstDomains = new Once(() -> contents.domains(this));
        this.contents = contents;
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

    /// The same if there is anything to know.
    Optional<GuestState> knownGuest(UUID domain) {
        return Optional.ofNullable(guests.get(domain));
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
        making.lock();
        try {
            TestNetworks known = networks;
            if (known == null) {
                known = new TestNetworks();
                contents.networks(known);
                networks = known;
            }
            return known;
        } finally {
            making.unlock();
        }
    }

    /// Its storage pools.
    TestPools pools() {
        making.lock();
        try {
            TestPools known = pools;
            if (known == null) {
                known = new TestPools();
                contents.pools(known);
                pools = known;
            }
            return known;
        } finally {
            making.unlock();
        }
    }

    /// The interfaces of its host.
    TestInterfaces interfaces() {
        making.lock();
        try {
            TestInterfaces known = interfaces;
            if (known == null) {
                known = new TestInterfaces();
                contents.interfaces(known);
                interfaces = known;
            }
            return known;
        } finally {
            making.unlock();
        }
    }

    /// The devices of its host.
    TestNodeDevices nodeDevices() {
        making.lock();
        try {
            TestNodeDevices known = nodeDevices;
            if (known == null) {
                known = new TestNodeDevices();
                contents.devices(known);
                nodeDevices = known;
            }
            return known;
        } finally {
            making.unlock();
        }
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
