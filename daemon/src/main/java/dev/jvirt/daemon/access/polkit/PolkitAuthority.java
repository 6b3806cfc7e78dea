package dev.jvirt.daemon.access.polkit;

import dev.jvirt.api.LibvirtException;
import java.util.Map;

/// Decides what processes may do.
@FunctionalInterface
public interface PolkitAuthority {
    /// Checks that the process may do it.
    ///
    /// @param details of what is to be done, for rules
    /// @param interactive whether the user may be asked for a password
    /// @throws LibvirtException if not, or if nobody can be asked
    void check(
            PolkitSubject subject, String action, Map<String, String> details, boolean interactive);
}
