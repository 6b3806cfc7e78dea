package dev.jvirt.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.Transport;

/// Reaches other hosts by ssh inside this process: what the transports `libssh` and `libssh2` need.
///
/// It is a service, looked for when a URI asks for one of them, because it stands on a library that
/// other clients can do without.
public interface SshDialer {
    /// Logs in, runs the command over there, and hands over its input and output.
    ///
    /// @throws LibvirtException if that fails; a question to the user that gets no answer is among
    /// the reasons
    Transport dial(SshRequest request);
}
