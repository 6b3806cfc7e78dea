package dev.jvirt.rpc.tls;

import java.util.List;
import java.util.Optional;

/// What a configuration or a URI says about TLS beside its files.
///
/// @param sane whether the own certificates are checked before they are used
/// @param verifies whether the peer needs a certificate that is to be trusted
/// @param priority which versions and ciphers may be used
/// @param allowedNames distinguished names of clients, with wildcards; empty: all
public record TlsRules(
        boolean sane, boolean verifies, String priority, Optional<List<String>> allowedNames) {
    /// What libvirt does when nothing is said.
    public static final String DEFAULT_PRIORITY = "NORMAL";

    boolean allows(String name) {
        if (allowedNames.isEmpty()) {
            return true;
        }
        for (String pattern : allowedNames.get()) {
            if (Wildcards.match(pattern, name)) {
                return true;
            }
        }
        return false;
    }
}
