package dev.jvirt.qemu.command;

import java.util.Optional;

/// The SPICE part of `qemu.conf`.
///
/// @param listen address of displays that name none
/// @param socketByDefault whether displays that name no address get a unix socket
/// @param sasl whether clients authenticate by SASL
/// @param saslFolder where SASL finds its configuration
public record SpiceServerSettings(
        String listen,
        boolean socketByDefault,
        TlsSettings tls,
        Optional<String> password,
        boolean sasl,
        Optional<String> saslFolder) {
    /// What libvirt does if its configuration says nothing.
    public static final SpiceServerSettings DEFAULT =
            new SpiceServerSettings(
                    "127.0.0.1",
                    false,
                    TlsSettings.none("/etc/pki/libvirt-spice"),
                    Optional.empty(),
                    false,
                    Optional.empty());
}
