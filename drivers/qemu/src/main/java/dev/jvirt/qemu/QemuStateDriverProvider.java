package dev.jvirt.qemu;

import dev.jvirt.api.driver.StateContext;
import dev.jvirt.api.driver.StateDriver;
import dev.jvirt.api.driver.StateDriverProvider;

/// How the daemon finds the QEMU driver.
public final class QemuStateDriverProvider implements StateDriverProvider {
    /// For the service loader.
    public QemuStateDriverProvider() {}

    @Override
    public StateDriver create(StateContext context) {
        return new QemuDriver(context);
    }
}
