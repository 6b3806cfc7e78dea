package dev.jvirt.protocol.remote;

/// libvirt's internal features, as asked with [ConnectCalls.ConnectSupportsFeature]
/// (`virDrvFeature`).
public final class Feature {
    /// The first migration protocol.
    public static final int MIGRATION_V1 = 1;

    /// The driver is a client of another daemon.
    public static final int REMOTE = 2;

    /// The second migration protocol.
    public static final int MIGRATION_V2 = 3;

    /// Migration without a second connection of the client.
    public static final int MIGRATION_P2P = 4;

    /// Migration without any connection of the client.
    public static final int MIGRATION_DIRECT = 5;

    /// The third migration protocol.
    public static final int MIGRATION_V3 = 6;

    /// Migration that leaves the source document unchanged.
    public static final int MIGRATE_CHANGE_PROTECTION = 7;

    /// Descriptors beside messages.
    public static final int FD_PASSING = 8;

    /// Strings in typed parameters.
    public static final int TYPED_PARAM_STRING = 9;

    /// Pings; asking for it starts the server's own.
    public static final int PROGRAM_KEEPALIVE = 10;

    /// Migration within one open connection.
    public static final int XML_MIGRATABLE = 11;

    /// Migration that can start with typed parameters.
    public static final int MIGRATION_OFFLINE = 12;

    /// Typed parameters in migration calls.
    public static final int MIGRATION_PARAMS = 13;

    /// Event subscriptions with callback ids, filtered by the server.
    public static final int REMOTE_EVENT_CALLBACK = 14;

    /// Notice of the end of the server's own connection.
    public static final int REMOTE_CLOSE_CALLBACK = 15;

    /// `network_update` takes command and section in the documented order.
    public static final int NETWORK_UPDATE_HAS_CORRECT_ORDER = 16;

    private Feature() {}
}
