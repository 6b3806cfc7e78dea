package dev.jvirt.api.network;

import java.util.UUID;

/// Which network is meant: the identity that travels between client, daemon and drivers.
public record NetworkId(String name, UUID uuid) {}
