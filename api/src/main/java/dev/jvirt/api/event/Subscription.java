package dev.jvirt.api.event;

/// A registered event handler. Closing it ends the delivery; closing it again does nothing.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
