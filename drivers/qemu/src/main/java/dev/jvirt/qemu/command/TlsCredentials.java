package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.json.JsonObject;

/// Certificates that QEMU uses.
record TlsCredentials(DomainScope scope, Arguments out) {
    /// Adds certificates and returns their name.
    ///
    /// @param server whether QEMU is the server
    String add(String id, TlsSettings settings, boolean server) {
        if (settings.keySecret().isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "private keys of TLS with a password are not supported");
        }
        var properties = JsonObject.builder().put("qom-type", "tls-creds-x509").put("id", id);
        properties.put("dir", settings.folder());
        properties.put("endpoint", server ? "server" : "client");
        properties.put("verify-peer", !server || settings.verify());
        out.object(properties.build());
        return id;
    }
}
