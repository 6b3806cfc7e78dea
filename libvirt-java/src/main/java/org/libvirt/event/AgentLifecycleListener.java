package org.libvirt.event;

import org.libvirt.Domain;

/// Hears when the guest agent comes and goes.
public interface AgentLifecycleListener extends EventListener {
    /// Called with libvirt's numbers of the state (1: connected, 2: disconnected) and of the
    /// reason.
    void onAgentLifecycleChange(Domain domain, int state, int reason);
}
