package dev.jvirt.api.domain;

import java.util.Optional;

/// What the destination says when it is ready.
///
/// @param cookie for the source
/// @param uri to send the guest to; empty: the one it was told
public record MigrationPrepared(MigrationCookie cookie, Optional<String> uri) {}
