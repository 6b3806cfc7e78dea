package dev.jvirt.rpc.tls;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks for what cannot work with certificates of one side: better now, with a name, than when
/// the other side just hangs up.
///
/// @param role of whose certificates these are
record CertificateSanity(TlsRole role) {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.rpc.tls");
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String PURPOSES = "2.5.29.37";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int CERTIFICATE_SIGNING = 5;

    /// Checks the own files, as far as they are there.
    void check(TlsFiles files) {
        Optional<X509Certificate> own = own(files.certificate());
        List<X509Certificate> authorities = authorities(files.ca());
        own.ifPresent(certificate -> check(certificate, files.certificate().toString()));
        for (X509Certificate authority : authorities) {
            checkAuthority(authority, files.ca().toString());
        }
        if (own.isPresent() && !authorities.isEmpty()) {
            var trust = new CertificateTrust(authorities, List.of());
            Optional<String> doubt = trust.doubt(List.of(own.get()));
            if (doubt.isPresent()) {
                throw TlsErrors.certificate(
                        "Our own certificate %s failed validation against %s: %s"
                                .formatted(files.certificate(), files.ca(), doubt.get()));
            }
        }
    }

    private Optional<X509Certificate> own(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        String complaint = "Unable to import %s certificate %s".formatted(role.word(), file);
        List<X509Certificate> read = read(file, complaint);
        if (read.isEmpty()) {
            throw TlsErrors.certificate(complaint);
        }
        return Optional.of(read.getFirst());
    }

    private static List<X509Certificate> authorities(Path file) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        String complaint = "Unable to import CA certificate list " + file;
        List<X509Certificate> read = read(file, complaint);
        if (read.isEmpty()) {
            throw TlsErrors.certificate(complaint);
        }
        return read;
    }

    private static List<X509Certificate> read(Path file, String complaint) {
        try {
            return TlsMaterial.certificates(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            throw TlsErrors.certificate(complaint, e);
        }
    }

    private static void checkAuthority(X509Certificate certificate, String name) {
        checkDates(certificate, name, "CA");
        if (certificate.getBasicConstraints() < 0) {
            throw TlsErrors.certificate(
                    certificate.getExtensionValue("2.5.29.19") == null
                            ? "The certificate %s is missing basic constraints for a CA"
                                    .formatted(name)
                            : "The certificate %s basic constraints do not show a CA"
                                    .formatted(name));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[CERTIFICATE_SIGNING]) {
            complain(
                    certificate,
                    KEY_USAGE,
                    "Certificate %s usage does not permit certificate signing".formatted(name));
        }
    }

    /// Checks a certificate of this role.
    ///
    /// @param name by which messages call it
    void check(X509Certificate certificate, String name) {
        checkDates(certificate, name);
        checkUse(certificate, name);
    }

    /// Checks when it is valid.
    void checkDates(X509Certificate certificate, String name) {
        checkDates(certificate, name, role.word());
    }

    private static void checkDates(X509Certificate certificate, String name, String kind) {
        Instant now = Instant.now();
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            throw TlsErrors.certificate("The %s certificate %s has expired".formatted(kind, name));
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            throw TlsErrors.certificate(
                    "The %s certificate %s is not yet active".formatted(kind, name));
        }
    }

    /// Checks what it may be used for.
    void checkUse(X509Certificate certificate, String name) {
        if (certificate.getBasicConstraints() >= 0) {
            throw TlsErrors.certificate(
                    "The certificate %s basic constraints show a CA, but we need one for a %s"
                            .formatted(name, role.word()));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            complain(
                    certificate,
                    KEY_USAGE,
                    "Certificate %s usage does not permit digital signature".formatted(name));
        }
        if (usage != null && !usage[KEY_ENCIPHERMENT]) {
            complain(
                    certificate,
                    KEY_USAGE,
                    "Certificate %s usage does not permit key encipherment".formatted(name));
        }
        checkPurpose(certificate, name);
    }

    private void checkPurpose(X509Certificate certificate, String name) {
        List<String> purposes;
        try {
            purposes = certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            throw TlsErrors.certificate(
                    "Unable to query certificate %s key purpose: %s"
                            .formatted(name, e.getMessage()),
                    e);
        }
        if (purposes != null
                && !purposes.contains(role.purpose())
                && !purposes.contains(ANY_PURPOSE)) {
            complain(
                    certificate,
                    PURPOSES,
                    "Certificate %s purpose does not allow use for with a TLS %s"
                            .formatted(name, role.word()));
        }
    }

    /// What is not critical is only advice.
    private static void complain(X509Certificate certificate, String extension, String text) {
        if (certificate.getCriticalExtensionOIDs().contains(extension)) {
            throw TlsErrors.certificate(text);
        }
        LOG.log(Level.WARNING, text);
    }
}
