package dev.jvirt.virsh.shell;

import dev.jvirt.api.LibvirtException;

/// Keeps the connection that commands need.
public interface ConnectionGate {
    /// Opens the connection if it is not open. What goes wrong is printed, or told by
    /// [Shell#remember].
    ///
    /// @return whether commands can use it
    boolean open();

    /// Tells that a command failed, so that a broken connection is opened anew for the next one.
    void failed(LibvirtException error);
}
