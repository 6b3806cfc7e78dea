package dev.jvirt.daemon.remote;

import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.bridge.event.DomainMessages;
import dev.jvirt.rpc.server.EncodedEvent;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The event that was sent last. Everybody gets an event before anybody gets the next, and most
/// clients number their subscriptions alike: so it is encoded once for most of them.
final class LatestEvent {
    private volatile @Nullable Sent latest;

    private record Sent(OptionalInt callback, DomainEvent event, EncodedEvent encoded) {
        boolean is(OptionalInt otherCallback, DomainEvent other) {
            return event.equals(other) && callback.equals(otherCallback);
        }
    }

    /// An event for subscriptions with that id; empty for the older style.
    EncodedEvent encoded(OptionalInt callback, DomainEvent event) {
        Sent known = latest;
        if (known != null && known.is(callback, event)) {
            return known.encoded();
        }
        EncodedEvent encoded = DomainMessages.encode(callback, event);
        latest = new Sent(callback, event, encoded);
        return encoded;
    }
}
