package dev.jvirt.api.event;

import java.util.function.Consumer;

/// A handler that never waits and never calls libvirt: a driver of this process calls it at once,
/// on the thread that brings the event about, instead of handing the event to another one.
///
/// A daemon with a thousand subscribers sends each of them a message from one thread so.
public interface PromptHandler<E> extends Consumer<E> {}
