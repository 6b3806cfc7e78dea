/// The driver that is a client: every call goes to a daemon.
module dev.jvirt.remote {
    requires transitive dev.jvirt.api;
    requires dev.jvirt.bridge;
    requires dev.jvirt.flight;
    requires dev.jvirt.protocol;
    requires dev.jvirt.rpc;
    // The library behind SshDialer looks for them, and an image of the JDK has what is asked for.
    requires java.management;
    requires java.rmi;
    requires static org.jspecify;

    exports dev.jvirt.remote;

    uses dev.jvirt.remote.SshDialer;
    uses dev.jvirt.rpc.SocketHost;

    provides dev.jvirt.api.driver.AdminConnectDriver with
            dev.jvirt.remote.RemoteAdminConnectDriver;
    provides dev.jvirt.api.driver.ConnectDriver with
            dev.jvirt.remote.RemoteDriver;
}
