package dev.jvirt.daemon.admin;

import java.util.List;

/// The daemon as its administrator sees it.
public interface ManagedDaemon {
    /// Its servers, the one for applications first.
    List<ManagedServer> servers();

    /// Sets the seconds without clients after which it ends; 0: never.
    void setTimeout(int seconds);
}
