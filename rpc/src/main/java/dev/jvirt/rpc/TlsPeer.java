package dev.jvirt.rpc;

import java.util.Optional;

/// Who is at the other end of a TLS connection.
///
/// @param strength bits of the key that encrypts
/// @param distinguishedName the name in the certificate, if that is to be believed
public record TlsPeer(int strength, Optional<String> distinguishedName) {}
