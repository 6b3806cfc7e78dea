package org.libvirt.event;

import org.libvirt.Domain;

/// Hears when guests wake up.
public interface PMWakeupListener extends EventListener {
    /// Called when a guest woke up.
    void onPMWakeup(Domain domain, PMWakeupReason reason);
}
