package dev.jvirt.api.domain;

/// What the destination says when the guest is there.
///
/// @param domain at the destination
/// @param cookie for the source
public record MigrationFinished(DomainId domain, MigrationCookie cookie) {}
