package org.libvirt.event;

import org.jspecify.annotations.Nullable;

/// Something that happened to a domain, and how.
public final class DomainEvent {
    private final DomainEventType type;
    private final int code;

    /// An event of a type with libvirt's number of the detail.
    public DomainEvent(DomainEventType type, int code) {
        this.type = type;
        this.code = code;
    }

    /// What happened.
    public DomainEventType getType() {
        return type;
    }

    /// How or why it happened, for example a [StartedDetail] for STARTED; null if the type is
    /// UNKNOWN.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the type
    public <T extends Enum<T> & DomainEventDetail> @Nullable T getDetail() {
        return (T) type.detail(code);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(type, type.detail(code));
    }
}
