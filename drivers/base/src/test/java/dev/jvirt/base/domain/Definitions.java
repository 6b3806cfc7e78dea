package dev.jvirt.base.domain;

import dev.jvirt.base.job.JobQueue;
import dev.jvirt.documents.domain.DomainDefinition;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/// Small definitions of domains.
final class Definitions {
    private Definitions() {}

    static UUID uuid(int number) {
        return new UUID(0, number);
    }

    static DomainDefinition definition(String name, int uuid) {
        return DomainDefinition.parse(
                        "<domain type='test'><name>%s</name><memory>1024</memory><os><type>hvm</type></os></domain>"
                                .formatted(name))
                .withUuid(uuid(uuid));
    }

    static DomainDefinition running(String name, int uuid, int id) {
        return definition(name, uuid).withId(OptionalInt.of(id));
    }

    static JobQueue queue() {
        return new JobQueue(Duration.ofSeconds(30));
    }
}
