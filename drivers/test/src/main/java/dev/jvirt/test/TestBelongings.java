package dev.jvirt.test;

import dev.jvirt.base.domain.DomainFilter;
import dev.jvirt.base.domain.PublishedDomain;

/// What the domains of a world have beside their definitions.
record TestBelongings(TestWorld world) implements DomainFilter.Belongings {
    @Override
    public boolean managedSave(PublishedDomain domain) {
        return world.saved().contains(domain.identity().uuid());
    }

    @Override
    public boolean snapshots(PublishedDomain domain) {
        return world.knownGuest(domain.identity().uuid())
                .filter(guest -> !guest.snapshots().all().isEmpty())
                .isPresent();
    }

    @Override
    public boolean checkpoints(PublishedDomain domain) {
        return world.knownGuest(domain.identity().uuid())
                .filter(guest -> !guest.checkpoints().all().isEmpty())
                .isPresent();
    }
}
