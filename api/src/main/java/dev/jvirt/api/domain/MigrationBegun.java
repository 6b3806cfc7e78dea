package dev.jvirt.api.domain;

/// What the source says when a migration begins.
///
/// @param cookie for the destination
/// @param xml the domain's document for the destination
public record MigrationBegun(MigrationCookie cookie, String xml) {}
