package dev.jvirt.test;

import dev.jvirt.api.network.NetworkId;
import dev.jvirt.documents.network.NetworkDefinition;
import java.util.Optional;

/// One network of a world as it is at one moment.
///
/// @param definition what the document tells: C's test driver tells nothing else, not even of a
/// network that was defined anew while it was up
/// @param next what it was defined as since it came up
record TestNetwork(
        NetworkDefinition definition,
        Optional<NetworkDefinition> next,
        boolean active,
        boolean persistent,
        boolean autostart) {
    /// One that is defined and down.
    static TestNetwork defined(NetworkDefinition definition) {
        return new TestNetwork(definition, Optional.empty(), false, true, false);
    }

    /// One that is up and not defined.
    static TestNetwork started(NetworkDefinition definition) {
        return new TestNetwork(definition, Optional.empty(), true, false, false);
    }

    NetworkId identity() {
        return new NetworkId(definition.name(), definition.uuid());
    }

    TestNetwork withDefinition(NetworkDefinition value) {
        return new TestNetwork(value, next, active, persistent, autostart);
    }

    TestNetwork withNext(NetworkDefinition value) {
        return new TestNetwork(definition, Optional.of(value), active, persistent, autostart);
    }

    TestNetwork withActive(boolean value) {
        return new TestNetwork(definition, next, value, persistent, autostart);
    }

    TestNetwork withAutostart(boolean value) {
        return new TestNetwork(definition, next, active, persistent, value);
    }

    /// Defined anew.
    TestNetwork redefined(NetworkDefinition value) {
        return active
                ? new TestNetwork(definition, Optional.of(value), true, true, autostart)
                : new TestNetwork(value, Optional.empty(), false, true, autostart);
    }

    /// Brought up by a document of its own.
    TestNetwork startedAs(NetworkDefinition value) {
        return new TestNetwork(
                value,
                persistent ? next.or(() -> Optional.of(definition)) : next,
                true,
                persistent,
                autostart);
    }
}
