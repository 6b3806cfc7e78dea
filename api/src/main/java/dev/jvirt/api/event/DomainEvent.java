package dev.jvirt.api.event;

import dev.jvirt.api.domain.DomainId;

/// Something that happened to a domain.
public sealed interface DomainEvent {
    /// The domain, with the id it had when it happened.
    DomainId domain();

    /// The number of this kind of event.
    DomainEventId kind();

    /// The domain started, stopped, was defined, ... (`VIR_DOMAIN_EVENT_ID_LIFECYCLE`).
    ///
    /// @param detail libvirt's number of the detail; see [LifecycleDetail#of]
    record Lifecycle(DomainId domain, LifecycleType type, int detail) implements DomainEvent {
        public Lifecycle(DomainId domain, LifecycleDetail detail) {
            this(domain, detail.type(), detail.code());
        }

        @Override
        public DomainEventId kind() {
            return DomainEventId.LIFECYCLE;
        }
    }

    /// The guest was reset or rebooted itself (`VIR_DOMAIN_EVENT_ID_REBOOT`).
    record Reboot(DomainId domain) implements DomainEvent {
        @Override
        public DomainEventId kind() {
            return DomainEventId.REBOOT;
        }
    }
}
