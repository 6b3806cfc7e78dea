/// The records of every program: what travels on the wire, defined once.
module dev.jvirt.protocol {
    requires transitive dev.jvirt.rpc;
    requires static org.jspecify;

    exports dev.jvirt.protocol.admin;
    exports dev.jvirt.protocol.remote;
    exports dev.jvirt.protocol.wire;
}
