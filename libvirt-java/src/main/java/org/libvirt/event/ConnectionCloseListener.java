package org.libvirt.event;

import org.libvirt.Connect;

/// Hears when a connection ends without having been closed.
public interface ConnectionCloseListener {
    /// Called once, after all events of the connection.
    void onClose(Connect connection, ConnectionCloseReason reason);
}
