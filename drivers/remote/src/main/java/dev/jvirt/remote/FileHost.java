package dev.jvirt.remote;

import dev.jvirt.rpc.SocketHost;
import java.util.Optional;
import java.util.ServiceLoader;

/// Finds what passes files through sockets, when the first is to be passed: that takes native code,
/// which other clients do not need.
final class FileHost {
    private FileHost() {}

    static Optional<SocketHost> find() {
        return ServiceLoader.load(SocketHost.class).findFirst();
    }
}
