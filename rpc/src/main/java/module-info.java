/// XDR, frames, streams, keepalive and both ends of a connection.
module dev.jvirt.rpc {
    // only for GSSAPI
    requires static java.security.jgss;
    requires static java.security.sasl;
    requires static org.jspecify;

    exports dev.jvirt.rpc;
    exports dev.jvirt.rpc.client;
    exports dev.jvirt.rpc.frame;
    exports dev.jvirt.rpc.layer;
    exports dev.jvirt.rpc.sasl;
    exports dev.jvirt.rpc.sasl.digest;
    exports dev.jvirt.rpc.sasl.kerberos;
    exports dev.jvirt.rpc.sasl.scram;
    exports dev.jvirt.rpc.server;
    exports dev.jvirt.rpc.tls;
    exports dev.jvirt.rpc.xdr;
}
