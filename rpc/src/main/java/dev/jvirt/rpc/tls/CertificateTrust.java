package dev.jvirt.rpc.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom to trust.
///
/// @param authorities who vouch for others
/// @param revocations what they vouch for no longer
record CertificateTrust(List<X509Certificate> authorities, List<X509CRL> revocations) {
    private static final String UNKNOWN = "The certificate hasn't got a known issuer.";
    private static final String REVOKED = "The certificate has been revoked.";
    private static final String INSECURE = "The certificate uses an insecure algorithm";
    private static final String UNTRUSTED = "The certificate is not trusted.";
    private static final int LONGEST = 16;

    /// Why a certificate is not to be trusted, in libvirt's words; empty if it is.
    ///
    /// @param chain the certificate, and others that the peer has sent along
    Optional<String> doubt(List<X509Certificate> chain) {
        var path = new ArrayList<X509Certificate>();
        X509Certificate current = chain.getFirst();
        while (path.size() < LONGEST) {
            path.add(current);
            X509Certificate anchor = issuer(current, authorities);
            if (anchor != null) {
                return doubt(path, anchor);
            }
            X509Certificate next = issuer(current, chain);
            if (next == null || next.equals(current)) {
                return Optional.of(UNKNOWN);
            }
            current = next;
        }
        return Optional.of(UNKNOWN);
    }

    private static @Nullable X509Certificate issuer(
            X509Certificate certificate, List<X509Certificate> candidates) {
        for (X509Certificate candidate : candidates) {
            if (candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                    && isSigned(certificate, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Optional<String> doubt(List<X509Certificate> path, X509Certificate anchor) {
        try {
            if (path.size() == 1 && path.getFirst().equals(anchor)) {
                // It vouches for itself: there is nothing to follow but its dates.
                anchor.checkValidity();
            } else {
                validate(path, anchor);
                anchor.checkValidity();
            }
        } catch (CertPathValidatorException e) {
            return Optional.of(
                    e.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED
                            ? INSECURE
                            : UNTRUSTED);
        } catch (CertificateException e) {
            return Optional.of(UNTRUSTED);
        }
        return isRevoked(path, anchor) ? Optional.of(REVOKED) : Optional.empty();
    }

    private static void validate(List<X509Certificate> path, X509Certificate anchor)
            throws CertPathValidatorException, CertificateException {
        try {
            CertPath certificates = CertificateFactory.getInstance("X.509").generateCertPath(path);
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRevoked(List<X509Certificate> path, X509Certificate anchor) {
        for (int i = 0; i < path.size(); i++) {
            X509Certificate issuer = i + 1 < path.size() ? path.get(i + 1) : anchor;
            for (X509CRL list : revocations) {
                if (list.isRevoked(path.get(i)) && isOf(list, issuer)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOf(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
