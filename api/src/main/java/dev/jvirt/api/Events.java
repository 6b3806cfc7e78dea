package dev.jvirt.api;

import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.NodeDeviceId;
import java.util.Optional;
import java.util.function.Consumer;

/// What happens unasked to the objects that a connection reaches.
///
/// Handlers of one connection run one after the other, in the order in which things happened, on a
/// thread of their own. They may call libvirt, subscribe and unsubscribe, and may be slow: calls
/// and other connections go on, but the connection's later events wait. A handler that throws costs
/// nobody else an event. Subscriptions end with the connection, however it ends.
///
/// ```java
/// connection.events().onDomain(DomainEvent.Lifecycle.class, Optional.empty(), event ->
///         System.out.println(event.domain().name() + " " + event.type()));
/// ```
///
/// All methods throw INVALID_CONN once the connection is closed, and NO_SUPPORT if the driver has
/// no such events. A daemon that is too old for a kind of event refuses the subscription.
///
/// @param connection that it belongs to
public record Events(Connection connection) {
    private static final String DOMAIN = "virConnectDomainEventRegisterAny";
    private static final String NETWORK = "virConnectNetworkEventRegisterAny";
    private static final String POOL = "virConnectStoragePoolEventRegisterAny";
    private static final String SECRET = "virConnectSecretEventRegisterAny";
    private static final String MONITOR = "virConnectDomainQemuMonitorEventRegister";

    /// Delivers one kind of event of domains (`virConnectDomainEventRegister`,
    /// `virConnectDomainEventRegisterAny`).
    ///
    /// @param kind a record of [DomainEvent]
    /// @param domain whose events are wanted; empty for all domains
    /// @throws LibvirtException INVALID_ARG if the domain is of another connection
    /// @since 0.5.0
    public <E extends DomainEvent> Subscription onDomain(
            Class<E> kind, Optional<Domain> domain, Consumer<? super E> handler) {
        return onDomain(DomainEventId.of(kind), domain, event -> handler.accept(kind.cast(event)));
    }

    /// Delivers one kind of event of domains, named by its number.
    ///
    /// @param domain whose events are wanted; empty for all domains
    /// @throws LibvirtException INVALID_ARG if the domain is of another connection
    /// @since 0.8.0
    public Subscription onDomain(
            DomainEventId kind, Optional<Domain> domain, Consumer<DomainEvent> handler) {
        DriverSession session = connection.reading(DOMAIN);
        domain.ifPresent(
                one ->
                        own(
                                ErrorDomain.DOMAIN,
                                DOMAIN,
                                one,
                                "domain '%s' must match connection".formatted(one.name())));
        return session.domains().subscribe(kind, domain.map(Domain::identity), handler);
    }

    /// Delivers one kind of event of networks (`virConnectNetworkEventRegisterAny`).
    ///
    /// @param kind a record of [NetworkEvent]
    /// @param network whose events are wanted; empty for all networks
    /// @throws LibvirtException INVALID_ARG if the network is of another connection
    /// @since 1.2.1
    public <E extends NetworkEvent> Subscription onNetwork(
            Class<E> kind, Optional<Network> network, Consumer<? super E> handler) {
        var networks = connection.objects(NETWORK).networks();
        network.ifPresent(this::own);
        return networks.subscribe(
                NetworkEventId.of(kind),
                network.map(Network::identity),
                event -> handler.accept(kind.cast(event)));
    }

    /// Delivers one kind of event of storage pools (`virConnectStoragePoolEventRegisterAny`).
    ///
    /// @param kind a record of [StoragePoolEvent]
    /// @param pool whose events are wanted; empty for all pools
    /// @throws LibvirtException INVALID_ARG if the pool is of another connection
    /// @since 2.0.0
    public <E extends StoragePoolEvent> Subscription onStoragePool(
            Class<E> kind, Optional<StoragePool> pool, Consumer<? super E> handler) {
        var pools = connection.objects(POOL).storage().pools();
        pool.ifPresent(this::own);
        return pools.subscribe(
                StoragePoolEventId.of(kind),
                pool.map(StoragePool::identity),
                event -> handler.accept(kind.cast(event)));
    }

    /// Delivers one kind of event of the host's devices (`virConnectNodeDeviceEventRegisterAny`).
    ///
    /// @param kind a record of [NodeDeviceEvent]
    /// @param device whose events are wanted; empty for all devices
    /// @since 2.2.0
    public <E extends NodeDeviceEvent> Subscription onNodeDevice(
            Class<E> kind, Optional<NodeDeviceId> device, Consumer<? super E> handler) {
        return connection
                .objects("virConnectNodeDeviceEventRegisterAny")
                .nodeDevices()
                .subscribe(
                        NodeDeviceEventId.of(kind),
                        device,
                        event -> handler.accept(kind.cast(event)));
    }

    /// Delivers one kind of event of secrets (`virConnectSecretEventRegisterAny`).
    ///
    /// @param kind a record of [SecretEvent]
    /// @param secret whose events are wanted; empty for all secrets
    /// @throws LibvirtException INVALID_ARG if the secret is of another connection
    /// @since 3.0.0
    public <E extends SecretEvent> Subscription onSecret(
            Class<E> kind, Optional<Secret> secret, Consumer<? super E> handler) {
        var secrets = connection.objects(SECRET).secrets();
        secret.ifPresent(this::own);
        return secrets.subscribe(
                SecretEventId.of(kind),
                secret.map(Secret::identity),
                event -> handler.accept(kind.cast(event)));
    }

    /// Delivers what QEMU reports on its monitors (`virConnectDomainQemuMonitorEventRegister`), for
    /// debugging: the names and details are QEMU's, and libvirt promises nothing about them.
    ///
    /// @param filter which events are wanted
    /// @param domain whose events are wanted; empty for all domains
    /// @throws LibvirtException OPERATION_DENIED if the connection is read-only, INVALID_ARG if the
    /// domain is of another connection
    /// @since 1.2.3
    public Subscription onQemuMonitor(
            QemuMonitorFilter filter, Optional<Domain> domain, Consumer<QemuMonitorEvent> handler) {
        DriverSession session = connection.reading(MONITOR);
        domain.ifPresent(
                one ->
                        own(
                                ErrorDomain.NONE,
                                MONITOR,
                                one,
                                "domain '%s' in %s must match connection"
                                        .formatted(one.name(), MONITOR)));
        connection.checkWritable(ErrorDomain.NONE, MONITOR);
        return session.qemu().subscribe(filter, domain.map(Domain::identity), handler);
    }

    private void own(ErrorDomain part, String function, Domain domain, String refusal) {
        if (domain.connection() != connection) {
            throw LibvirtException.invalidArgument(part, function, "dom", refusal);
        }
    }

    private void own(Network network) {
        if (network.connection() != connection) {
            throw foreign(ErrorDomain.NETWORK, NETWORK, "net", "network '" + network.name());
        }
    }

    private void own(StoragePool pool) {
        if (pool.connection() != connection) {
            throw foreign(ErrorDomain.STORAGE, POOL, "pool", "storage pool '" + pool.name());
        }
    }

    private void own(Secret secret) {
        if (secret.connection() != connection) {
            throw foreign(ErrorDomain.SECRET, SECRET, "secret", "secret '" + secret.uuid());
        }
    }

    private static LibvirtException foreign(
            ErrorDomain part, String function, String argument, String object) {
        return LibvirtException.invalidArgument(
                part, function, argument, object + "' in " + function + " must match connection");
    }
}
