package dev.jvirt.api.driver;

import dev.jvirt.api.LibvirtException;

/// A way to reach the administration of daemons.
public interface AdminConnectDriver {
    /// Connects to a daemon that runs already.
    ///
    /// @param uri for example `libvirtd:///system`
    /// @throws LibvirtException if it names no daemon, or that cannot be reached
    AdminDriver open(String uri);
}
