package dev.jvirt.bridge.event;

/// Takes the events that arrive.
public interface EventSink<E> {
    /// In place of a callback id: the message is for whoever wants such events. Only the older kind
    /// of subscription to domains has none.
    int NO_CALLBACK = -1;

    /// @param callbackId of the subscription that the event is for
    void happened(int callbackId, E event);
}
