package dev.jvirt.base.domain;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.Optional;

/// What everybody may know of a domain at one moment. Never changes; whoever has it reads without
/// waiting.
///
/// @param identity what travels to name it; made once, since lists of thousands are asked often
/// @param current the definition of the running domain, or of the next start if it does not run. It
/// has a UUID, and an id exactly while the domain runs
/// @param next what a running domain will be at its next start; absent if it is transient or does
/// not run
/// @param status its state and why it is in it
/// @param persistent whether it stays when it stops
/// @param autostart whether it starts with the host
/// @param updated whether it was defined anew since it started
public record PublishedDomain(
        DomainId identity,
        DomainDefinition current,
        Optional<DomainDefinition> next,
        DomainStatus status,
        boolean persistent,
        boolean autostart,
        boolean updated) {
    PublishedDomain(
            DomainDefinition current,
            Optional<DomainDefinition> next,
            DomainStatus status,
            boolean persistent,
            boolean autostart,
            boolean updated) {
        this(identity(current), current, next, status, persistent, autostart, updated);
    }

    private static DomainId identity(DomainDefinition current) {
        return new DomainId(
                current.name(), current.uuid().orElseThrow(), current.id().orElse(DomainId.NO_ID));
    }

    /// Whether it runs.
    public boolean isActive() {
        return identity.isActive();
    }

    /// What the next start takes.
    public DomainDefinition inactive() {
        return next.orElse(current);
    }

    PublishedDomain withCurrent(DomainDefinition value) {
        return new PublishedDomain(value, next, status, persistent, autostart, updated);
    }

    PublishedDomain withNext(DomainDefinition value) {
        return new PublishedDomain(
                current, Optional.of(value), status, persistent, autostart, updated);
    }

    PublishedDomain withStatus(DomainStatus value) {
        return new PublishedDomain(current, next, value, persistent, autostart, updated);
    }

    PublishedDomain withAutostart(boolean value) {
        return new PublishedDomain(current, next, status, persistent, value, updated);
    }
}
