package org.libvirt.event;

import org.libvirt.Domain;

/// Hears when domains start, stop, are defined, ...
public interface LifecycleListener extends EventListener {
    /// Called when something happened. What it returns means nothing.
    int onLifecycleChange(Domain domain, DomainEvent event);
}
