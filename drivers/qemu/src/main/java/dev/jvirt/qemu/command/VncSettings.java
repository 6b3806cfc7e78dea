package dev.jvirt.qemu.command;

import java.util.Optional;

/// The VNC part of `qemu.conf`.
///
/// @param listen address of displays that name none
/// @param socketByDefault whether displays that name no address get a unix socket
/// @param sasl whether clients authenticate by SASL
/// @param saslFolder where SASL finds its configuration
/// @param hostAudio whether guests play on the host's sound card
public record VncSettings(
        String listen,
        boolean socketByDefault,
        TlsSettings tls,
        Optional<String> password,
        boolean sasl,
        Optional<String> saslFolder,
        boolean hostAudio) {
    /// What libvirt does if its configuration says nothing.
    public static final VncSettings DEFAULT =
            new VncSettings(
                    "127.0.0.1",
                    false,
                    TlsSettings.none("/etc/pki/libvirt-vnc"),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    false);
}
