package dev.jvirt.api;

/// The devices of a domain: attach, detach, change; consoles, graphics, keys.
///
/// @param domain that it belongs to
public record DomainDevices(Domain domain) {}
