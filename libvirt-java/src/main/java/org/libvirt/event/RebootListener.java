package org.libvirt.event;

import org.libvirt.Domain;

/// Hears when guests reboot.
public interface RebootListener extends EventListener {
    /// Called when a guest was reset or rebooted itself.
    void onReboot(Domain domain);
}
