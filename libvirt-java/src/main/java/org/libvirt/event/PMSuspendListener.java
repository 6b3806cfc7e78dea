package org.libvirt.event;

import org.libvirt.Domain;

/// Hears when guests go to sleep.
public interface PMSuspendListener extends EventListener {
    /// Called when a guest has suspended to memory.
    void onPMSuspend(Domain domain, PMSuspendReason reason);
}
