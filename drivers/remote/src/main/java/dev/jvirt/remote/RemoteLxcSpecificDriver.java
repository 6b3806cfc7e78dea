package dev.jvirt.remote;

import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.LxcSpecificDriver;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.lxc.LxcCalls.DomainOpenNamespace;
import dev.jvirt.protocol.lxc.LxcCallsClient;
import java.util.List;

/// What only containers can do, on the far host.
record RemoteLxcSpecificDriver(RemoteCaller caller) implements LxcSpecificDriver {
    @Override
    public List<OpenFile> openNamespaces(DomainId domain, int flags) {
        try (var passing = caller.passing(List.of())) {
            new LxcCallsClient(passing)
                    .domainOpenNamespace(new DomainOpenNamespace(Identities.remote(domain), flags));
            return passing.take();
        }
    }
}
