/// Ssh inside the client, for the transports libssh and libssh2.
module dev.jvirt.ssh {
    requires dev.jvirt.api;
    requires dev.jvirt.remote;
    requires dev.jvirt.rpc;
    requires org.apache.sshd.osgi;
    requires static org.jspecify;

    provides dev.jvirt.remote.SshDialer with
            dev.jvirt.ssh.MinaDialer;
}
