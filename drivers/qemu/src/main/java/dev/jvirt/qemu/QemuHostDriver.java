package dev.jvirt.qemu;

import dev.jvirt.api.SecurityModel;
import dev.jvirt.api.driver.HostDriver;

/// What is known of QEMU and of this host.
final class QemuHostDriver implements HostDriver {
    private final String uri;

    QemuHostDriver(String uri) {
        this.uri = uri;
    }

    @Override
    public String type() {
        return "QEMU";
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public SecurityModel securityModel() {
        return new SecurityModel("none", "0");
    }
}
