package dev.jvirt.protocol.lxc;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;

/// What only LXC can do.
@Wire(Program.LXC)
public interface LxcCalls {
    /// virDomainLxcOpenNamespace
    @Procedure(number = 1, acl = "domain:open_namespace", descriptors = "s2c:n")
    record DomainOpenNamespace(RemoteDomain domain, int flags) {}
}
