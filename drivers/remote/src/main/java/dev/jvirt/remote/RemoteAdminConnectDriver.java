package dev.jvirt.remote;

import dev.jvirt.api.driver.AdminConnectDriver;
import dev.jvirt.api.driver.AdminDriver;

/// Leads to the administration of daemons over their unix sockets.
public final class RemoteAdminConnectDriver implements AdminConnectDriver {
    @Override
    public AdminDriver open(String uri) {
        return RemoteAdminDriver.open(AdminTarget.of(uri));
    }
}
