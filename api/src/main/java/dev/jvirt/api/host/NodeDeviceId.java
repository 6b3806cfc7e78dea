package dev.jvirt.api.host;

/// Which device of the host is meant.
public record NodeDeviceId(String name) {}
