/// The flight recorder: what travelled on a connection, on disk, on the screen, and once more.
module dev.jvirt.flight {
    requires dev.jvirt.protocol;
    requires transitive dev.jvirt.rpc;
    requires static org.jspecify;

    exports dev.jvirt.flight.record;
}
