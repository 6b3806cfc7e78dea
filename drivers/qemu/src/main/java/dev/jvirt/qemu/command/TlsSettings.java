package dev.jvirt.qemu.command;

import dev.jvirt.qemu.block.TlsCredentials;
import java.util.Optional;

/// Whether and how connections of one kind are encrypted.
public record TlsSettings(boolean enabled, TlsCredentials credentials) {
    /// No encryption unless a document asks for it.
    public static TlsSettings none(String folder) {
        return new TlsSettings(false, new TlsCredentials(folder, false, Optional.empty()));
    }

    /// Where the certificates are.
    public String folder() {
        return credentials.folder();
    }
}
