package dev.jvirt.api;

/// What only QEMU can do with a domain.
///
/// @param domain that it belongs to
public record QemuDomain(Domain domain) {}
