package dev.jvirt.qemu;

import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;

/// One open connection to the driver.
final class QemuSession implements DriverSession {
    private final HostDriver host;
    private final QemuDomainDriver domains;

    QemuSession(HostDriver host, QemuParts parts) {
        this.host = host;
        this.domains = new QemuDomainDriver(parts);
    }

    @Override
    public HostDriver host() {
        return host;
    }

    @Override
    public DomainDriver domains() {
        return domains;
    }

    @Override
    public void close() {
        domains.close();
    }
}
