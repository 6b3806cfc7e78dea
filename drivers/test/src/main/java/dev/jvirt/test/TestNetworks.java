package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.NETWORK;
import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkLifecycleType;
import dev.jvirt.documents.network.NetworkDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The networks of a world. Guarded by [#lock], which is held while a change is reported: what is
/// told comes in the order in which it happened.
final class TestNetworks {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, TestNetwork> networks = new LinkedHashMap<>();
    private final Observers<NetworkEvent> observers = new Observers<>();

    /// Who wants to know what happens to them.
    Observers<NetworkEvent> observers() {
        return observers;
    }

    /// All of them.
    List<TestNetwork> all() {
        lock.lock();
        try {
            return List.copyOf(networks.values());
        } finally {
            lock.unlock();
        }
    }

    /// The network with that name, or NO_NETWORK.
    TestNetwork require(String name) {
        lock.lock();
        try {
            return find(name).orElseThrow(() -> missing("name", name));
        } finally {
            lock.unlock();
        }
    }

    /// The network with that UUID, or NO_NETWORK.
    TestNetwork require(UUID uuid) {
        lock.lock();
        try {
            return Optional.ofNullable(networks.get(uuid))
                    .orElseThrow(() -> missing("uuid", uuid.toString()));
        } finally {
            lock.unlock();
        }
    }

    private Optional<TestNetwork> find(String name) {
        return networks.values().stream()
                .filter(network -> network.definition().name().equals(name))
                .findFirst();
    }

    private static LibvirtException missing(String what, String value) {
        return new LibvirtException(
                TEST,
                ErrorCode.NO_NETWORK,
                "no network with matching %s '%s'".formatted(what, value));
    }

    /// Puts in a network that is defined and up, or another definition of one that is here.
    ///
    /// @throws LibvirtException OPERATION_FAILED if name and UUID belong to different networks
    void add(NetworkDefinition definition) {
        lock.lock();
        try {
            requireConsistent(definition);
            networks.put(definition.uuid(), TestNetwork.defined(definition).withActive(true));
        } finally {
            lock.unlock();
        }
    }

    /// Defines a network, or defines it anew.
    TestNetwork define(NetworkDefinition definition) {
        return place(
                definition,
                NetworkLifecycleType.DEFINED,
                known ->
                        known.map(network -> network.redefined(definition))
                                .orElseGet(() -> TestNetwork.defined(definition)));
    }

    /// Brings up a network that need not be defined.
    TestNetwork createXml(NetworkDefinition definition) {
        return place(
                definition,
                NetworkLifecycleType.STARTED,
                known -> {
                    if (known.filter(TestNetwork::active).isPresent()) {
                        throw new LibvirtException(
                                NETWORK,
                                ErrorCode.OPERATION_INVALID,
                                "network is already active as '%s'".formatted(definition.name()));
                    }
                    return known.map(network -> network.startedAs(definition))
                            .orElseGet(() -> TestNetwork.started(definition));
                });
    }

    private interface Placing {
        TestNetwork place(Optional<TestNetwork> known);
    }

    private TestNetwork place(
            NetworkDefinition definition, NetworkLifecycleType event, Placing placing) {
        lock.lock();
        try {
            requireConsistent(definition);
            var known = Optional.ofNullable(networks.get(definition.uuid()));
            TestNetwork placed = placing.place(known);
            networks.put(definition.uuid(), placed);
            report(placed, event);
            return placed;
        } finally {
            lock.unlock();
        }
    }

    private void requireConsistent(NetworkDefinition definition) {
        TestNetwork known = networks.get(definition.uuid());
        if (known != null) {
            if (!known.definition().name().equals(definition.name())) {
                throw conflict(
                        "network '%s' is already defined with uuid %s"
                                .formatted(known.definition().name(), definition.uuid()));
            }
            return;
        }
        find(definition.name())
                .ifPresent(
                        other -> {
                            throw conflict(
                                    "network '%s' already exists with uuid %s"
                                            .formatted(
                                                    definition.name(), other.definition().uuid()));
                        });
    }

    private static LibvirtException conflict(String detail) {
        return new LibvirtException(NETWORK, ErrorCode.OPERATION_FAILED, detail);
    }

    /// Changes a network while nobody else does.
    void change(String name, UnaryOperator<TestNetwork> change) {
        lock.lock();
        try {
            TestNetwork network = require(name);
            networks.put(network.definition().uuid(), change.apply(network));
        } finally {
            lock.unlock();
        }
    }

    /// Brings up a network.
    void create(String name) {
        change(
                name,
                network -> {
                    if (network.active()) {
                        throw invalid("Network '%s' is already running".formatted(name));
                    }
                    report(network, NetworkLifecycleType.STARTED);
                    return network.withActive(true);
                });
    }

    /// Takes a network down. One that is not defined is gone then.
    void destroy(String name) {
        lock.lock();
        try {
            TestNetwork network = require(name);
            UUID uuid = network.definition().uuid();
            if (network.persistent()) {
                networks.put(uuid, network.withActive(false));
            } else {
                networks.remove(uuid);
            }
            report(network, NetworkLifecycleType.STOPPED);
        } finally {
            lock.unlock();
        }
    }

    /// Removes a network that is down.
    void undefine(String name) {
        lock.lock();
        try {
            TestNetwork network = require(name);
            if (network.active()) {
                throw invalid("Network '%s' is still running".formatted(name));
            }
            networks.remove(network.definition().uuid());
            report(network, NetworkLifecycleType.UNDEFINED);
        } finally {
            lock.unlock();
        }
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(TEST, ErrorCode.OPERATION_INVALID, detail);
    }

    private void report(TestNetwork network, NetworkLifecycleType type) {
        observers.emit(new NetworkEvent.Lifecycle(network.identity(), type, 0));
    }
}
