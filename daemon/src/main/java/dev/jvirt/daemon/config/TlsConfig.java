package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.List;
import java.util.Optional;

/// Certificates.
///
/// @param noSanityCheck whether the own certificates are taken as they are
/// @param noVerify whether clients need no certificate
/// @param keyFile the own key, in place of the usual file
/// @param certFile the own certificate
/// @param caFile who signed the certificates
/// @param crlFile certificates that are no longer valid
/// @param allowedNames distinguished names of clients, with wildcards; empty: all
/// @param priority GnuTLS's word for which algorithms to use
public record TlsConfig(
        boolean noSanityCheck,
        boolean noVerify,
        Optional<String> keyFile,
        Optional<String> certFile,
        Optional<String> caFile,
        Optional<String> crlFile,
        List<String> allowedNames,
        Optional<String> priority) {

    public TlsConfig {
        allowedNames = List.copyOf(allowedNames);
    }

    static TlsConfig read(ConfigReader reader) {
        return new TlsConfig(
                reader.bool("tls_no_sanity_certificate", false),
                reader.bool("tls_no_verify_certificate", false),
                reader.text("key_file"),
                reader.text("cert_file"),
                reader.text("ca_file"),
                reader.text("crl_file"),
                reader.texts("tls_allowed_dn_list"),
                reader.text("tls_priority"));
    }
}
