package dev.jvirt.rpc.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Whether a certificate is for a host: by its alternative names, or by its common name if it has
/// no alternative ones that hosts have.
final class HostNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final String COMMON_NAME = "CN=";

    private HostNames() {}

    /// @param host a name or an address, as the user wrote it
    static boolean match(X509Certificate certificate, String host) {
        boolean named = false;
        for (List<?> name : alternatives(certificate)) {
            int kind = (Integer) name.getFirst();
            if (kind == DNS) {
                named = true;
                if (!isAddress(host) && matches((String) name.get(1), host)) {
                    return true;
                }
            } else if (kind == ADDRESS && isAddress(host)) {
                if (sameAddress((String) name.get(1), host)) {
                    return true;
                }
            }
        }
        return !named && !isAddress(host) && matches(commonName(certificate), host);
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            return Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static String commonName(X509Certificate certificate) {
        String name = DistinguishedName.of(certificate);
        int at = name.startsWith(COMMON_NAME) ? 0 : name.indexOf("," + COMMON_NAME) + 1;
        if (!name.startsWith(COMMON_NAME, at)) {
            return "";
        }
        int end = name.indexOf(',', at);
        return name.substring(at + COMMON_NAME.length(), end < 0 ? name.length() : end);
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || isDotted(host);
    }

    private static boolean isDotted(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !host.isEmpty();
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// A star stands for one label, the first, of a name that has at least two more.
    private static boolean matches(String pattern, String host) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (!wanted.startsWith("*.")) {
            return !wanted.isEmpty() && wanted.equals(name);
        }
        String rest = wanted.substring(1);
        int dot = name.indexOf('.');
        return dot > 0 && rest.indexOf('.', 1) > 0 && name.substring(dot).equals(rest);
    }
}
