package dev.jvirt.daemon;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DomainGuestDriver;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.MigrationDriver;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// A hypervisor with one domain, `web`, at `fake:///`.
public final class FakeDriver implements ConnectDriver {
    public static final DomainId WEB =
            new DomainId("web", UUID.fromString("00000000-0000-0000-0000-000000000001"), 7);

    private final String scheme;

    public final List<Consumer<DomainEvent>> handlers = new ArrayList<>();
    public int openSessions;

    /// What it does with snapshots; nothing at first.
    public DomainSnapshotDriver snapshots = new DomainSnapshotDriver() {};

    /// What it does inside guests; nothing at first.
    public DomainGuestDriver guests = new DomainGuestDriver() {};

    /// What it does to move domains; nothing at first.
    public MigrationDriver migration = new MigrationDriver() {};

    public FakeDriver() {
        this("fake");
    }

    /// One whose URIs have another scheme.
    public FakeDriver(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Set<String> schemes() {
        return Set.of(scheme);
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        openSessions++;
        return Optional.of(new Session());
    }

    /// Tells all subscribers that the domain started.
    public void start() {
        var event = new DomainEvent.Lifecycle(WEB, LifecycleDetail.STARTED_BOOTED);
        for (Consumer<DomainEvent> handler : List.copyOf(handlers)) {
            handler.accept(event);
        }
    }

    private final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new HostDriver() {
                @Override
                public String type() {
                    return "FAKE";
                }
            };
        }

        @Override
        public DomainDriver domains() {
            return new Domains();
        }

        @Override
        public DomainSnapshotDriver domainSnapshots() {
            return snapshots;
        }

        @Override
        public DomainGuestDriver domainGuests() {
            return guests;
        }

        @Override
        public MigrationDriver migration() {
            return migration;
        }

        @Override
        public void close() {
            openSessions--;
        }
    }

    private final class Domains implements DomainDriver {
        @Override
        public List<DomainId> list(Flags<DomainListFlag> flags) {
            return flags.has(DomainListFlag.INACTIVE) ? List.of() : List.of(WEB);
        }

        @Override
        public DomainId lookupByName(String name) {
            if (!name.equals(WEB.name())) {
                throw new LibvirtException(ErrorCode.NO_DOMAIN, "no domain '%s'".formatted(name));
            }
            return WEB;
        }

        @Override
        public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
            return "<domain/>";
        }

        @Override
        public void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {}

        @Override
        public Subscription subscribe(
                DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
            handlers.add(handler);
            return () -> handlers.remove(handler);
        }
    }
}
