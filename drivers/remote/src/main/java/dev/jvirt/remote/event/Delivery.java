package dev.jvirt.remote.event;

import java.util.function.Consumer;

/// Hands events to the handlers of users, whose failures are their own.
final class Delivery {
    private Delivery() {}

    /// Calls one handler. That it fails is logged and keeps no other from the event.
    static <E> void tell(Consumer<E> handler, E event) {
        try {
            handler.accept(event);
        } catch (RuntimeException | Error failure) {
            // Asked for only now: finding a logger takes longer than a short command.
            System.getLogger("dev.jvirt.remote")
                    .log(System.Logger.Level.WARNING, "a handler of events failed", failure);
        }
    }
}
