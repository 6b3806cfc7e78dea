package dev.jvirt.api.network;

import java.util.UUID;

/// Which port of a network is meant.
public record NetworkPortId(NetworkId network, UUID uuid) {}
