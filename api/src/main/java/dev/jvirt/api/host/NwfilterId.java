package dev.jvirt.api.host;

import java.util.UUID;

/// Which network filter is meant.
public record NwfilterId(String name, UUID uuid) {}
