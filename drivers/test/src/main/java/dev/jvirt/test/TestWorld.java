package dev.jvirt.test;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.base.domain.DomainDocuments;
import dev.jvirt.base.domain.DomainEvents;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.job.JobQueue;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.completion.CompletionSettings;
import dev.jvirt.documents.domain.completion.DomainDefaults;
import dev.jvirt.documents.domain.completion.DriverFeature;
import dev.jvirt.documents.domain.validation.DomainValidation;
import dev.jvirt.documents.domain.validation.DriverValidation;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Everything that one hypervisor in memory has.
final class TestWorld {
    /// Nothing here takes long, so whoever waits longer waits for ever.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Set<DriverFeature> FEATURES =
            Set.of(
                    DriverFeature.MEMORY_HOTPLUG,
                    DriverFeature.OFFLINE_VCPUPIN,
                    DriverFeature.INDIVIDUAL_VCPUS,
                    DriverFeature.FIRMWARE_AUTOSELECT,
                    DriverFeature.NET_MODEL_STRING,
                    DriverFeature.DISK_FD);

    private final TestHost host;
    private final DomainDocuments documents =
            new DomainDocuments(
                    new DomainDefaults(
                            new CompletionSettings(TestHost.ARCH, FEATURES, false),
                            new TestCompletion()),
                    new DomainValidation(FEATURES, DriverValidation.NONE));
    private final DomainList domains =
            new DomainList(ErrorDomain.TEST, () -> new JobQueue(DEADLINE));
    private final DomainEvents events = new DomainEvents();
    private final Set<UUID> saved = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lastId = new AtomicInteger();

    /// A world without domains.
    TestWorld(TestHost host) {
        this.host = host;
    }

    /// Its hardware.
    TestHost host() {
        return host;
    }

    /// Reads the documents of its domains.
    DomainDocuments documents() {
        return documents;
    }

    /// Its domains.
    DomainList domains() {
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
    }
}
