package dev.jvirt.api.event;

import dev.jvirt.api.host.SecretId;

/// Something that happened to a secret.
public sealed interface SecretEvent {
    /// The secret.
    SecretId secret();

    /// The number of this kind of event.
    default SecretEventId kind() {
        return SecretEventId.of(getClass());
    }

    /// The secret was defined or undefined (`VIR_SECRET_EVENT_ID_LIFECYCLE`).
    ///
    /// @param detail 0
    /// @since 3.0.0
    record Lifecycle(SecretId secret, SecretLifecycleType type, int detail)
            implements SecretEvent {}

    /// The secret has another value (`VIR_SECRET_EVENT_ID_VALUE_CHANGED`).
    ///
    /// @since 3.0.0
    record ValueChanged(SecretId secret) implements SecretEvent {}
}
