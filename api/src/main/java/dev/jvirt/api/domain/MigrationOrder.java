package dev.jvirt.api.domain;

import java.util.Optional;

/// What the source is told to do in the third protocol.
///
/// @param xml the domain's document at the destination; empty: as it is, or said before
public record MigrationOrder(Optional<String> xml, MigrationUris uris, MigrationTerms terms) {}
