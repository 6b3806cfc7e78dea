/// XDR, frames, streams, keepalive and both ends of a connection.
module dev.jvirt.rpc {
    requires static org.jspecify;

    exports dev.jvirt.rpc;
    exports dev.jvirt.rpc.client;
    exports dev.jvirt.rpc.frame;
    exports dev.jvirt.rpc.server;
    exports dev.jvirt.rpc.xdr;
}
