/// libvirt's public API and the driver table behind it.
module dev.jvirt.api {
    requires static org.jspecify;

    exports dev.jvirt.api;
    exports dev.jvirt.api.admin;
    exports dev.jvirt.api.config;
    exports dev.jvirt.api.domain;
    exports dev.jvirt.api.driver;
    exports dev.jvirt.api.event;
    exports dev.jvirt.api.host;
    exports dev.jvirt.api.network;
    exports dev.jvirt.api.storage;
    exports dev.jvirt.api.stream;

    uses dev.jvirt.api.driver.AdminConnectDriver;
    uses dev.jvirt.api.driver.ConnectDriver;
    uses dev.jvirt.api.driver.SecondaryDriver;
}
