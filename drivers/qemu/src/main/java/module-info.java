/// The QEMU driver.
///
/// Whoever runs it finds it as a service. What is exported beside that is for the tests against
/// golden data.
module dev.jvirt.qemu {
    requires com.fasterxml.jackson.core;
    requires transitive dev.jvirt.base;
    requires static org.jspecify;

    exports dev.jvirt.qemu.address;
    exports dev.jvirt.qemu.alias;
    exports dev.jvirt.qemu.block;
    exports dev.jvirt.qemu.capabilities;
    exports dev.jvirt.qemu.command;
    exports dev.jvirt.qemu.completion;
    exports dev.jvirt.qemu.cpu;
    exports dev.jvirt.qemu.domcaps;
    exports dev.jvirt.qemu.emulator;
    exports dev.jvirt.qemu.firmware;
    exports dev.jvirt.qemu.hostcaps;
    exports dev.jvirt.qemu.json;
    exports dev.jvirt.qemu.status;
    exports dev.jvirt.qemu.validation;

    provides dev.jvirt.api.driver.StateDriverProvider with
            dev.jvirt.qemu.QemuStateDriverProvider;
}
