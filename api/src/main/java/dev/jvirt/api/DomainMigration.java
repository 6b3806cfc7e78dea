package dev.jvirt.api;

/// A domain on its way to another host.
///
/// @param domain that it belongs to
public record DomainMigration(Domain domain) {}
