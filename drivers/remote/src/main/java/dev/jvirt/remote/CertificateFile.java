package dev.jvirt.remote;

import dev.jvirt.rpc.tls.DistinguishedName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/// The first certificate of a PEM file, for programs about certificates.
public final class CertificateFile {
    private final X509Certificate certificate;

    private CertificateFile(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read
    /// @throws IllegalArgumentException with the reason if it holds no certificate
    public static CertificateFile read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("-----BEGIN CERTIFICATE-----");
        if (start < 0) {
            throw new IllegalArgumentException("Base64 unexpected header error.");
        }
        try {
            var bytes =
                    new ByteArrayInputStream(
                            text.substring(start).getBytes(StandardCharsets.ISO_8859_1));
            return new CertificateFile(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(bytes));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("Base64 decoding error.", e);
        }
    }

    /// Whom it is for, as `tls_allowed_dn_list` spells it.
    public String subject() {
        return DistinguishedName.of(certificate);
    }

    /// Who vouches for it.
    public String issuer() {
        return DistinguishedName.ofIssuer(certificate);
    }
}
