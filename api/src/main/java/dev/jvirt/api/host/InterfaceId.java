package dev.jvirt.api.host;

/// Which interface of the host is meant.
public record InterfaceId(String name, String mac) {}
