package dev.jvirt.qemu.command;

import java.util.Optional;
import java.util.UUID;

/// How connections of one kind are encrypted.
///
/// @param folder where the certificates are
/// @param verify whether clients need a certificate
/// @param keySecret the secret that opens the private key
public record TlsSettings(
        boolean enabled, String folder, boolean verify, Optional<UUID> keySecret) {
    /// No encryption.
    public static TlsSettings none(String folder) {
        return new TlsSettings(false, folder, false, Optional.empty());
    }
}
