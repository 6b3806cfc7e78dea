package dev.jvirt.qemu;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.qemu.process.LiveDomain;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Domains that end with the connection that started them.
final class AutoDestroy implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.qemu");

    private final QemuParts parts;

    /// With the very run that was started: a later one is somebody else's.
    private final Map<DomainObject, LiveDomain> domains = new ConcurrentHashMap<>();

    AutoDestroy(QemuParts parts) {
        this.parts = parts;
    }

    void add(DomainId id) {
        DomainObject domain = parts.domains().require(id);
        parts.processes().find(domain).ifPresent(live -> domains.put(domain, live));
    }

    @Override
    public void close() {
        domains.forEach(this::destroy);
        domains.clear();
    }

    private void destroy(DomainObject domain, LiveDomain live) {
        if (parts.processes().find(domain).filter(live::equals).isEmpty()) {
            return;
        }
        try {
            parts.processes().stop().destroy(domain, "the end of the connection", false);
        } catch (LibvirtException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot end domain '" + domain.name() + "'",
                    failure);
        }
    }
}
