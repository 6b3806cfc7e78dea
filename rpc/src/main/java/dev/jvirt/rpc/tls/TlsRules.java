package dev.jvirt.rpc.tls;

import java.util.function.Predicate;

/// What a configuration or a URI says about TLS beside its files.
///
/// @param sane whether the own certificates are checked before they are used
/// @param verifies whether the peer needs a certificate that is to be trusted
/// @param priority which versions and ciphers may be used
/// @param allowed which distinguished names clients may have
public record TlsRules(boolean sane, boolean verifies, String priority, Predicate<String> allowed) {
    /// The priority when nothing is said.
    public static final String DEFAULT_PRIORITY = "NORMAL";
}
