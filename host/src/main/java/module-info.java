/// The Linux host, and the only native calls.
module dev.jvirt.host {
    requires dev.jvirt.rpc;
    requires static org.jspecify;

    exports dev.jvirt.host;
    exports dev.jvirt.host.audit;
    exports dev.jvirt.host.dbus;
    exports dev.jvirt.host.file;
    exports dev.jvirt.host.io;
    exports dev.jvirt.host.kvm;
    exports dev.jvirt.host.node;
    exports dev.jvirt.host.process;
    exports dev.jvirt.host.processor;

    provides dev.jvirt.rpc.SocketHost with
            dev.jvirt.host.UnixSockets;
}
