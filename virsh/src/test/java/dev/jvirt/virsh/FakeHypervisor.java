package dev.jvirt.virsh;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.SecurityModel;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// A hypervisor made of a few values, reached as `fake:///`. It notes what it is told to do.
final class FakeHypervisor implements ConnectDriver {
    static final NetworkId NETWORK = new NetworkId("lan", new UUID(7, 8));

    final List<String> opened = new ArrayList<>();
    final FakeDomains domains = new FakeDomains();
    final List<Consumer<CloseReason>> closeHandlers = new ArrayList<>();
    boolean alive = true;

    /// Why nobody is let in; empty: everybody is.
    Optional<LibvirtException> closedFor = Optional.empty();

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("fake");
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        String uri = request.uri().map(Object::toString).orElse("");
        opened.add(uri + (request.readOnly() ? " (ro)" : ""));
        if (uri.endsWith("/closed")) {
            throw new LibvirtException(ErrorCode.SYSTEM_ERROR, "nobody at home");
        }
        if (closedFor.isPresent()) {
            throw closedFor.get();
        }
        alive = true;
        return Optional.of(new Session());
    }

    private final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new Host();
        }

        @Override
        public DomainDriver domains() {
            return domains;
        }

        @Override
        public Optional<NetworkDriver> networks() {
            return Optional.of(new Networks());
        }

        @Override
        public Subscription onClose(Consumer<CloseReason> handler) {
            closeHandlers.add(handler);
            return () -> closeHandlers.remove(handler);
        }

        @Override
        public void close() {}
    }

    private final class Host implements HostDriver {
        @Override
        public String type() {
            return "FAKE";
        }

        @Override
        public long version() {
            return 1_002_003;
        }

        @Override
        public long freeMemory() {
            return 4000;
        }

        @Override
        public String uri() {
            return "fake:///one";
        }

        @Override
        public String capabilities() {
            return "<capabilities/>";
        }

        @Override
        public NodeInfo nodeInfo() {
            return new NodeInfo("x86_64", 2048, 4, 0, 1, 1, 2, 2);
        }

        @Override
        public int maxVcpus(Optional<String> type) {
            return type.isPresent() ? 8 : 16;
        }

        @Override
        public SecurityModel securityModel() {
            return new SecurityModel("fakeSecurity", "");
        }

        @Override
        public boolean isAlive() {
            return alive;
        }
    }

    private static final class Networks implements NetworkDriver {
        @Override
        public List<NetworkId> list(Flags<NetworkListFlag> flags) {
            return List.of(NETWORK);
        }

        @Override
        public NetworkId lookupByName(String name) {
            if (name.equals(NETWORK.name())) {
                return NETWORK;
            }
            throw new LibvirtException(
                    ErrorDomain.NETWORK,
                    ErrorCode.NO_NETWORK,
                    "no network with matching name '" + name + "'");
        }

        @Override
        public NetworkId lookupByUuid(UUID uuid) {
            return NETWORK;
        }

        @Override
        public String xml(NetworkId network, Flags<NetworkXmlFlag> flags) {
            return "<network>\n  <name>lan</name>\n</network>\n";
        }

        @Override
        public Optional<String> bridgeName(NetworkId network) {
            return Optional.of("br0");
        }

        @Override
        public boolean isActive(NetworkId network) {
            return true;
        }

        @Override
        public boolean isPersistent(NetworkId network) {
            return false;
        }
    }
}
