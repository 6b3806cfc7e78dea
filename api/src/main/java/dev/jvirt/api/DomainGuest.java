package dev.jvirt.api;

/// The inside of a guest, mostly through its agent: file systems, users, clock, addresses.
///
/// @param domain that it belongs to
public record DomainGuest(Domain domain) {}
