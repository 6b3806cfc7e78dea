package dev.jvirt.rpc.server;

/// What a server grants; the names are those of `libvirtd.conf`.
///
/// @param maxClients connections at a time; at the limit the server stops accepting
/// @param maxAnonymousClients connections that have yet to authenticate; 0: no limit
/// @param maxQueuedClients connections waiting to be accepted (the listen backlog)
/// @param maxClientRequests calls of one client that may be in progress
/// @param maxClientBytes bytes of one client's requests that may be in progress; a request that is
///     larger goes alone
/// @param maxEventBytes bytes of events that may wait for one client to read them; a client that
///     lets more pile up is closed
/// @param keepAliveInterval seconds of silence before the server pings; 0 or less: never
/// @param keepAliveCount unanswered pings after which the client is given up
public record ServerLimits(
        int maxClients,
        int maxAnonymousClients,
        int maxQueuedClients,
        int maxClientRequests,
        int maxClientBytes,
        int maxEventBytes,
        int keepAliveInterval,
        int keepAliveCount) {

    private static final int MEBIBYTE = 1 << 20;

    /// What libvirtd grants without a configuration.
    public static ServerLimits defaults() {
        return new ServerLimits(5000, 20, 1000, 5, 32 * MEBIBYTE, 8 * MEBIBYTE, 5, 5);
    }

    /// What the admin server of libvirtd grants without a configuration.
    public static ServerLimits adminDefaults() {
        return new ServerLimits(5000, 0, 20, 5, 32 * MEBIBYTE, 8 * MEBIBYTE, 5, 5);
    }

    public ServerLimits withClients(int maxClients, int maxAnonymousClients) {
        return new ServerLimits(
                maxClients,
                maxAnonymousClients,
                maxQueuedClients,
                maxClientRequests,
                maxClientBytes,
                maxEventBytes,
                keepAliveInterval,
                keepAliveCount);
    }

    public ServerLimits withQueuedClients(int maxQueuedClients) {
        return new ServerLimits(
                maxClients,
                maxAnonymousClients,
                maxQueuedClients,
                maxClientRequests,
                maxClientBytes,
                maxEventBytes,
                keepAliveInterval,
                keepAliveCount);
    }

    public ServerLimits withClientRequests(int maxClientRequests) {
        return new ServerLimits(
                maxClients,
                maxAnonymousClients,
                maxQueuedClients,
                maxClientRequests,
                maxClientBytes,
                maxEventBytes,
                keepAliveInterval,
                keepAliveCount);
    }

    public ServerLimits withClientMemory(int maxClientBytes, int maxEventBytes) {
        return new ServerLimits(
                maxClients,
                maxAnonymousClients,
                maxQueuedClients,
                maxClientRequests,
                maxClientBytes,
                maxEventBytes,
                keepAliveInterval,
                keepAliveCount);
    }

    public ServerLimits withKeepAlive(int keepAliveInterval, int keepAliveCount) {
        return new ServerLimits(
                maxClients,
                maxAnonymousClients,
                maxQueuedClients,
                maxClientRequests,
                maxClientBytes,
                maxEventBytes,
                keepAliveInterval,
                keepAliveCount);
    }
}
