/// The records of every program: what travels on the wire, defined once.
module dev.jvirt.protocol {
    requires transitive dev.jvirt.rpc;
    requires static org.jspecify;

    exports dev.jvirt.protocol.admin;
    exports dev.jvirt.protocol.domain;
    exports dev.jvirt.protocol.host;
    exports dev.jvirt.protocol.index;
    exports dev.jvirt.protocol.lxc;
    exports dev.jvirt.protocol.network;
    exports dev.jvirt.protocol.qemu;
    exports dev.jvirt.protocol.remote;
    exports dev.jvirt.protocol.shape;
    exports dev.jvirt.protocol.storage;
    exports dev.jvirt.protocol.wire;
}
