/// The test driver: a hypervisor in memory.
module dev.jvirt.test {
    requires transitive dev.jvirt.api;
    requires dev.jvirt.base;
    requires static org.jspecify;

    exports dev.jvirt.test;

    provides dev.jvirt.api.driver.ConnectDriver with
            dev.jvirt.test.TestDriver;
}
