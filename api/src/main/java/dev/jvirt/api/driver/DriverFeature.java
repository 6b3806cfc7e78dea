package dev.jvirt.api.driver;

/// What drivers tell each other about themselves (`virDrvFeature`); see
/// [HostDriver#supportsFeature].
public enum DriverFeature {
    /// The first migration protocol.
    MIGRATION_V1(1),
    /// The driver is a client of a daemon.
    REMOTE(2),
    /// The second migration protocol.
    MIGRATION_V2(3),
    /// The source talks to the destination by itself.
    MIGRATION_P2P(4),
    /// The hypervisors talk to each other, and no driver is asked at the destination.
    MIGRATION_DIRECT(5),
    /// The third migration protocol.
    MIGRATION_V3(6),
    /// From its first step on, a migration keeps others from changing the domain.
    MIGRATE_CHANGE_PROTECTION(7),
    /// Descriptors travel with calls.
    FD_PASSING(8),
    /// Typed parameters may be strings.
    TYPED_PARAM_STRING(9),
    /// The far side answers pings.
    PROGRAM_KEEPALIVE(10),
    /// Documents can be written for the other side of a migration.
    XML_MIGRATABLE(11),
    /// The definition of a domain can move without its guest.
    MIGRATION_OFFLINE(12),
    /// The third migration protocol with typed parameters.
    MIGRATION_PARAMS(13),
    /// Each subscription to events has an id.
    REMOTE_EVENT_CALLBACK(14),
    /// The far side tells when its own connection ends.
    REMOTE_CLOSE_CALLBACK(15),
    /// The arguments of a network update are in the right order.
    NETWORK_UPDATE_HAS_CORRECT_ORDER(16);

    private final int code;

    DriverFeature(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// Whether the driver of a connection has it.
    public boolean supportedBy(DriverSession session) {
        return session.host().supportsFeature(code);
    }
}
