package dev.jvirt.daemon.mirror;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.driver.OpenRequest;
import dev.jvirt.api.driver.QemuSpecificDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;
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
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.storage.StoragePoolId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A driver in which whatever the test wants to happens.
final class EmittingDriver implements ConnectDriver {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Listener> ended = new LinkedBlockingQueue<>();

    /// A subscription that was made.
    ///
    /// @param filter a kind of event, or how monitor events are chosen
    /// @param object that it is for
    record Listener(Object filter, Optional<?> object, Class<?> type, Consumer<Object> handler) {}

    /// The subscriptions that there are.
    List<Listener> listeners() {
        return listeners;
    }

    /// The subscriptions that have ended.
    BlockingQueue<Listener> ended() {
        return ended;
    }

    /// Tells everybody who wants such an event, whichever object it is about.
    void emit(Object event) {
        for (Listener listener : listeners) {
            if (listener.type().isInstance(event)) {
                listener.handler().accept(event);
            }
        }
    }

    private <E> Subscription add(
            Object filter, Optional<?> object, Class<? extends E> type, Consumer<E> handler) {
        var listener =
                new Listener(filter, object, type, event -> handler.accept(type.cast(event)));
        listeners.add(listener);
        return () -> {
            listeners.remove(listener);
            ended.add(listener);
        };
    }

    @Override
    public String name() {
        return "mirror";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mirror");
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        return Optional.of(new Session());
    }

    private final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new HostDriver() {
                @Override
                public String type() {
                    return "MIRROR";
                }
            };
        }

        @Override
        public DomainDriver domains() {
            return new DomainDriver() {
                @Override
                public Subscription subscribe(
                        DomainEventId kind,
                        Optional<DomainId> domain,
                        Consumer<DomainEvent> handler) {
                    return add(kind, domain, kind.type(), handler);
                }
            };
        }

        @Override
        public Optional<NetworkDriver> networks() {
            return Optional.of(
                    new NetworkDriver() {
                        @Override
                        public Subscription subscribe(
                                NetworkEventId kind,
                                Optional<NetworkId> network,
                                Consumer<NetworkEvent> handler) {
                            return add(kind, network, kind.type(), handler);
                        }
                    });
        }

        @Override
        public Optional<StorageDriver> storage() {
            return Optional.of(new Storage());
        }

        @Override
        public Optional<NodeDeviceDriver> nodeDevices() {
            return Optional.of(
                    new NodeDeviceDriver() {
                        @Override
                        public Subscription subscribe(
                                NodeDeviceEventId kind,
                                Optional<NodeDeviceId> device,
                                Consumer<NodeDeviceEvent> handler) {
                            return add(kind, device, kind.type(), handler);
                        }
                    });
        }

        @Override
        public Optional<SecretDriver> secrets() {
            return Optional.of(
                    new SecretDriver() {
                        @Override
                        public Subscription subscribe(
                                SecretEventId kind,
                                Optional<SecretId> secret,
                                Consumer<SecretEvent> handler) {
                            return add(kind, secret, kind.type(), handler);
                        }
                    });
        }

        @Override
        public QemuSpecificDriver qemu() {
            return new QemuSpecificDriver() {
                @Override
                public Subscription subscribe(
                        QemuMonitorFilter filter,
                        Optional<DomainId> domain,
                        Consumer<QemuMonitorEvent> handler) {
                    return add(filter, domain, QemuMonitorEvent.class, handler);
                }
            };
        }

        @Override
        public void close() {}
    }

    private final class Storage implements StorageDriver {
        @Override
        public StoragePoolDriver pools() {
            return new StoragePoolDriver() {
                @Override
                public Subscription subscribe(
                        StoragePoolEventId kind,
                        Optional<StoragePoolId> pool,
                        Consumer<StoragePoolEvent> handler) {
                    return add(kind, pool, kind.type(), handler);
                }
            };
        }

        @Override
        public StorageVolumeDriver volumes() {
            return new StorageVolumeDriver() {};
        }
    }
}
