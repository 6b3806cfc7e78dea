package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import dev.jvirt.rpc.server.ServerLimits;

/// What one server of the daemon grants its clients.
public record ServerConfig(WorkerConfig workers, ServerLimits limits) {
    private static final int MIN_WORKERS = 5;
    private static final int MAX_WORKERS = 20;
    private static final int PRIORITY_WORKERS = 5;

    static ServerConfig read(ConfigReader reader) {
        ServerLimits limits = ServerLimits.defaults();
        int maxClients = reader.unsigned("max_clients", limits.maxClients());
        int maxAnonymous = reader.unsigned("max_anonymous_clients", limits.maxAnonymousClients());
        int priority = reader.unsigned("prio_workers", PRIORITY_WORKERS);
        if (maxClients < maxAnonymous) {
            throw reader.refuse(
                    reader.has("max_clients") ? "max_clients" : "max_anonymous_clients",
                    "max_clients (%d) must not be less than max_anonymous_clients (%d)"
                            .formatted(maxClients, maxAnonymous));
        }
        return read(reader, "", limits.withClients(maxClients, maxAnonymous), priority);
    }

    static ServerConfig readAdmin(ConfigReader reader) {
        ServerLimits limits = ServerLimits.adminDefaults();
        int maxClients = reader.unsigned("admin_max_clients", limits.maxClients());
        return read(reader, "admin_", limits.withClients(maxClients, 0), 0);
    }

    private static ServerConfig read(
            ConfigReader reader, String prefix, ServerLimits limits, int priorityWorkers) {
        int min = reader.unsigned(prefix + "min_workers", MIN_WORKERS);
        int max = reader.unsigned(prefix + "max_workers", MAX_WORKERS);
        if (max < 1) {
            String key = prefix + "max_workers";
            throw reader.refuse(key, "'%s' must be greater than 0".formatted(key));
        }
        int queued = reader.unsigned(prefix + "max_queued_clients", limits.maxQueuedClients());
        int requests = reader.unsigned(prefix + "max_client_requests", limits.maxClientRequests());
        if (requests < 1) {
            String key = prefix + "max_client_requests";
            throw reader.refuse(key, "'%s' must be greater than 0".formatted(key));
        }
        int interval = reader.signed(prefix + "keepalive_interval", limits.keepAliveInterval());
        int count = reader.unsigned(prefix + "keepalive_count", limits.keepAliveCount());
        return new ServerConfig(
                new WorkerConfig(min, max, priorityWorkers),
                limits.withQueuedClients(queued)
                        .withClientRequests(requests)
                        .withKeepAlive(interval, count));
    }
}
