package dev.jvirt.rpc.tls;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/// The name in a certificate as `tls_allowed_dn_list` spells it: in the order of the certificate,
/// with GnuTLS's short words, for example `C=GB,O=Acme\, Inc,CN=client one`.
public final class DistinguishedName {
    private static final int SET = 0x31;
    private static final int UTF8 = 0x0c;
    private static final int PRINTABLE = 0x13;
    private static final int TELETEX = 0x14;
    private static final int IA5 = 0x16;
    private static final int UNIVERSAL = 0x1c;
    private static final int BMP = 0x1e;
    private static final int SHORT_LENGTH = 0x80;

    private DistinguishedName() {}

    /// The name of whom the certificate is for.
    public static String of(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal());
    }

    /// The name of who vouches for it.
    public static String ofIssuer(X509Certificate certificate) {
        return of(certificate.getIssuerX500Principal());
    }

    static String of(X500Principal principal) {
        ByteBuffer names = content(ByteBuffer.wrap(principal.getEncoded()));
        var text = new StringBuilder();
        while (names.hasRemaining()) {
            int tag = names.get(names.position()) & 0xff;
            if (tag != SET) {
                throw new IllegalArgumentException("no set of names");
            }
            ByteBuffer set = content(names);
            char separator = ',';
            while (set.hasRemaining()) {
                if (!text.isEmpty()) {
                    text.append(separator);
                }
                ByteBuffer pair = content(set);
                text.append(word(oid(content(pair)))).append('=');
                value(text, pair);
                separator = '+';
            }
        }
        return text.toString();
    }

    /// The content of the next element, which is passed.
    private static ByteBuffer content(ByteBuffer from) {
        from.get();
        int length = from.get() & 0xff;
        if (length >= SHORT_LENGTH) {
            int count = length - SHORT_LENGTH;
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | from.get() & 0xff;
            }
        }
        ByteBuffer content = from.slice(from.position(), length);
        from.position(from.position() + length);
        return content;
    }

    private static String oid(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        int root = Math.min(first / 40, 2);
        var text = new StringBuilder().append(root).append('.').append(first - 40 * root);
        long number = 0;
        while (bytes.hasRemaining()) {
            int next = bytes.get();
            number = number << 7 | next & 0x7f;
            if (next >= 0) {
                text.append('.').append(number);
                number = 0;
            }
        }
        return text.toString();
    }

    private static String word(String oid) {
        return switch (oid) {
            case "2.5.4.3" -> "CN";
            case "2.5.4.4" -> "surName";
            case "2.5.4.5" -> "serialNumber";
            case "2.5.4.6" -> "C";
            case "2.5.4.7" -> "L";
            case "2.5.4.8" -> "ST";
            case "2.5.4.9" -> "street";
            case "2.5.4.10" -> "O";
            case "2.5.4.11" -> "OU";
            case "2.5.4.12" -> "title";
            case "2.5.4.13" -> "description";
            case "2.5.4.17" -> "postalCode";
            case "2.5.4.41" -> "name";
            case "2.5.4.42" -> "givenName";
            case "2.5.4.43" -> "initials";
            case "2.5.4.46" -> "dnQualifier";
            case "2.5.4.65" -> "pseudonym";
            case "1.2.840.113549.1.9.1" -> "EMAIL";
            case "0.9.2342.19200300.100.1.1" -> "UID";
            case "0.9.2342.19200300.100.1.25" -> "DC";
            default -> oid;
        };
    }

    private static void value(StringBuilder text, ByteBuffer pair) {
        int tag = pair.get(pair.position()) & 0xff;
        @Nullable Charset charset =
                switch (tag) {
                    case UTF8 -> StandardCharsets.UTF_8;
                    case PRINTABLE, IA5, TELETEX -> StandardCharsets.ISO_8859_1;
                    case BMP -> StandardCharsets.UTF_16BE;
                    case UNIVERSAL -> StandardCharsets.UTF_32BE;
                    default -> null;
                };
        if (charset == null) {
            byte[] whole = new byte[pair.remaining()];
            pair.get(whole);
            text.append('#').append(HexFormat.of().formatHex(whole));
        } else {
            escape(text, charset.decode(content(pair)).toString());
        }
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean atEdge = i == 0 || i == value.length() - 1;
            if (",+\"\\<>;".indexOf(c) >= 0 || c == ' ' && atEdge || c == '#' && i == 0) {
                text.append('\\');
            }
            if (c == 0) {
                text.append("\\00");
            } else {
                text.append(c);
            }
        }
    }
}
