package dev.jvirt.api;

import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.OpenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A driver that remembers what it was asked, and serves one domain.
final class FakeDriver implements ConnectDriver {
    static final DomainId WEB = new DomainId("web", new UUID(1, 2), DomainId.NO_ID);

    enum Answer {
        ACCEPT,
        DECLINE,
        FAIL
    }

    final List<OpenRequest> asked = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    private final String name;
    private final Set<String> schemes;
    private final Answer answer;

    FakeDriver(String name, Set<String> schemes, Answer answer) {
        this.name = name;
        this.schemes = schemes;
        this.answer = answer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> schemes() {
        return schemes;
    }

    @Override
    public boolean localOnly() {
        return !schemes.isEmpty();
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        asked.add(request);
        return switch (answer) {
            case ACCEPT -> Optional.of(new Session());
            case DECLINE -> Optional.empty();
            case FAIL -> throw new LibvirtException(ErrorCode.AUTH_FAILED, name + " refused");
        };
    }

    private final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new HostDriver() {
                @Override
                public String type() {
                    return name;
                }
            };
        }

        @Override
        public DomainDriver domains() {
            return new Domains();
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    private static final class Domains implements DomainDriver {
        @Override
        public List<DomainId> list(Flags<DomainListFlag> flags) {
            return List.of(WEB);
        }

        @Override
        public DomainId create(DomainId domain, Flags<DomainCreateFlag> flags) {
            return domain.withId(7);
        }

        @Override
        public void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {}

        @Override
        public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
            return "<domain/>";
        }
    }
}
