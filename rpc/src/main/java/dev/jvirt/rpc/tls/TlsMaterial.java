package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is in the [TlsFiles] of one side.
///
/// @param authorities who is trusted
/// @param revocations what is trusted no longer
/// @param chain the own certificate and those between it and an authority; empty: none
/// @param key of the own certificate
record TlsMaterial(
        List<X509Certificate> authorities,
        List<X509CRL> revocations,
        List<X509Certificate> chain,
        Optional<PrivateKey> key) {

    /// Reads the files.
    ///
    /// @param sane whether to look for what cannot work
    /// @throws RpcException that names the file
    static TlsMaterial load(TlsFiles files, TlsRole role, boolean sane) {
        if (sane) {
            new CertificateSanity(role).check(files);
        }
        List<X509Certificate> authorities = authorities(files.ca());
        List<X509CRL> revocations = revocations(files.crl());
        boolean server = role == TlsRole.SERVER;
        Optional<String> certificate = text("certificate", files.certificate(), !server);
        Optional<String> key = text("private key", files.key(), !server);
        if (certificate.isEmpty() || key.isEmpty()) {
            return new TlsMaterial(authorities, revocations, List.of(), Optional.empty());
        }
        try {
            List<X509Certificate> chain = certificates(certificate.get());
            PrivateKey own = PrivateKeys.read(PemBlock.read(key.get()));
            if (chain.isEmpty()) {
                throw new CertificateException("No certificate was found");
            }
            if (!PrivateKeys.match(own, chain.getFirst().getPublicKey())) {
                throw new CertificateException("The certificate and the given key do not match");
            }
            return new TlsMaterial(authorities, revocations, chain, Optional.of(own));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw TlsErrors.certificate(
                    "Unable to set x509 key and certificate: %s, %s: %s."
                            .formatted(files.key(), files.certificate(), e.getMessage()),
                    e);
        }
    }

    private static List<X509Certificate> authorities(Path file) {
        String text = text("CA certificate", file, false).orElseThrow();
        try {
            List<X509Certificate> authorities = certificates(text);
            if (authorities.isEmpty()) {
                throw new CertificateException("No certificate was found");
            }
            return authorities;
        } catch (CertificateException | IllegalArgumentException e) {
            throw TlsErrors.certificate(
                    "Unable to set x509 CA certificate: %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<X509CRL> revocations(Path file) {
        Optional<String> text = text("CA revocation list", file, true);
        var lists = new ArrayList<X509CRL>();
        try {
            for (PemBlock block : PemBlock.read(text.orElse(""))) {
                if (block.label().equals("X509 CRL")) {
                    var bytes = new ByteArrayInputStream(block.content());
                    lists.add((X509CRL) factory().generateCRL(bytes));
                }
            }
            if (lists.isEmpty() && text.isPresent()) {
                throw new CRLException("No revocation list was found");
            }
            return lists;
        } catch (CRLException | CertificateException | IllegalArgumentException e) {
            throw TlsErrors.certificate(
                    "Unable to set x509 certificate revocation list: %s: %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /// The text of a file; empty if it is missing and may be.
    private static Optional<String> text(String what, Path file, boolean mayBeMissing) {
        try {
            if (mayBeMissing && Files.notExists(file)) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw TlsErrors.unreadable("Cannot read %s '%s'".formatted(what, file), e);
        }
    }

    /// The certificates of a file.
    static List<X509Certificate> certificates(String text) throws CertificateException {
        var certificates = new ArrayList<X509Certificate>();
        for (PemBlock block : PemBlock.read(text)) {
            if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
                var bytes = new ByteArrayInputStream(block.content());
                certificates.add((X509Certificate) factory().generateCertificate(bytes));
            }
        }
        return certificates;
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
