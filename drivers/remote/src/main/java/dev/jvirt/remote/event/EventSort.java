package dev.jvirt.remote.event;

import java.util.Optional;

/// How a daemon is asked for one sort of events.
///
/// @param <K> a kind of event
/// @param <I> the identity of the object that it happens to
/// @param <E> the event
interface EventSort<K, I, E> {
    /// Asks for events.
    ///
    /// @return the callback id
    int register(K kind, Optional<I> object);

    /// Takes that back.
    void deregister(K kind, int callbackId);

    /// Whether the event is of that kind.
    boolean isOf(K kind, E event);

    /// Which object it happened to.
    I object(E event);

    /// What two identities of the same object have in common.
    Object key(I object);

    /// Whether the daemon can be asked for the events of one object alone.
    default boolean filters() {
        return true;
    }
}
