/// The QEMU driver.
module dev.jvirt.qemu {
    requires transitive dev.jvirt.api;
    requires transitive dev.jvirt.documents;
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    exports dev.jvirt.qemu.address;
    exports dev.jvirt.qemu.capabilities;
    exports dev.jvirt.qemu.completion;
    exports dev.jvirt.qemu.json;
    exports dev.jvirt.qemu.validation;
///
/// What is exported is for the tests against golden data.
    requires transitive dev.jvirt.base;
    exports dev.jvirt.qemu.emulator;
    exports dev.jvirt.qemu.hostcaps;
/// Whoever runs it finds it as a service. What is exported beside that is for the tests against
/// golden data.
    exports dev.jvirt.qemu.command;
    exports dev.jvirt.qemu.status;
}
