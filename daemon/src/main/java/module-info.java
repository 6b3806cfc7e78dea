/// libvirtd: the daemon that opens drivers for clients on sockets.
module dev.jvirt.daemon {
    requires dev.jvirt.api;
    requires dev.jvirt.bridge;
    requires dev.jvirt.documents;
    requires dev.jvirt.flight;
    requires dev.jvirt.host;
    requires dev.jvirt.protocol;
    requires dev.jvirt.rpc;
    requires static org.jspecify;
    // signals
    requires jdk.unsupported;

    exports dev.jvirt.daemon;

    uses dev.jvirt.api.driver.ConnectDriver;
    uses dev.jvirt.api.driver.SecondaryDriver;
    uses dev.jvirt.api.driver.StateDriverProvider;

    provides System.LoggerFinder with
            dev.jvirt.daemon.log.LogService;
}
