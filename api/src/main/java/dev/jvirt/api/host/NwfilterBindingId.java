package dev.jvirt.api.host;

/// Which binding of a filter to a network port is meant.
public record NwfilterBindingId(String portDevice, String filterName) {}
