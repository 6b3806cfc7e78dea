package dev.jvirt.rpc.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Private keys of PEM files: PKCS#8, and the older forms of RSA (PKCS#1) and EC (SEC1), which are
/// put into the envelope of PKCS#8.
final class PrivateKeys {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int PARAMETERS = 0xa0;
    private static final int SHORT_LENGTH = 0x80;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};

    /// 1.2.840.113549.1.1.1 and a null.
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /// 1.2.840.10045.2.1
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeys() {}

    /// The first key among the blocks of a file.
    static PrivateKey read(List<PemBlock> blocks) throws GeneralSecurityException {
        for (PemBlock block : blocks) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return decode(block.content());
                }
                case "RSA PRIVATE KEY" -> {
                    return decode(envelope(RSA, block.content()));
                }
                case "EC PRIVATE KEY" -> {
                    return decode(envelope(ecAlgorithm(block.content()), block.content()));
                }
                case "ENCRYPTED PRIVATE KEY" ->
                        throw new InvalidKeyException("The private key is encrypted");
                default -> {}
            }
        }
        throw new InvalidKeyException("No private key was found");
    }

    private static PrivateKey decode(byte[] envelope) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(envelope);
        InvalidKeySpecException mismatch = null;
        for (String algorithm : List.of("RSA", "EC", "RSASSA-PSS")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                mismatch = e;
            }
        }
        throw new InvalidKeyException("The private key is broken, or neither RSA nor EC", mismatch);
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, VERSION, algorithm, element(OCTETS, key));
    }

    /// The curve stands inside the key of SEC1, behind its version and its number.
    private static byte[] ecAlgorithm(byte[] key) throws InvalidKeyException {
        try {
            int at = start(key, 0);
            at = end(key, at);
            at = end(key, at);
            if ((key[at] & 0xff) != PARAMETERS) {
                throw new InvalidKeyException("The private key does not name its curve");
            }
            byte[] curve = Arrays.copyOfRange(key, start(key, at), end(key, at));
            return element(SEQUENCE, EC, curve);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new InvalidKeyException("The private key is broken", e);
        }
    }

    private static byte[] element(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length >= SHORT_LENGTH) {
            int count = length > 0xffff ? 3 : length > 0xff ? 2 : 1;
            element.write(SHORT_LENGTH | count);
            for (int i = count - 1; i >= 0; i--) {
                element.write(length >> 8 * i);
            }
        } else {
            element.write(length);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    /// Where the content of the element at `at` begins.
    private static int start(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < SHORT_LENGTH ? 0 : first - SHORT_LENGTH);
    }

    /// Where the element at `at` ends.
    private static int end(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int start = start(der, at);
        if (first < SHORT_LENGTH) {
            return start + first;
        }
        int length = 0;
        for (int i = at + 2; i < start; i++) {
            length = length << 8 | der[i] & 0xff;
        }
        return start + length;
    }

    /// Whether the two belong together.
    static boolean match(PrivateKey own, PublicKey certified) throws GeneralSecurityException {
        if (!own.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        var signature =
                Signature.getInstance(
                        own.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        byte[] sample = {1, 2, 3};
        signature.initSign(own);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(sample);
        try {
            return signature.verify(signed);
        } catch (SignatureException otherSize) {
            return false;
        }
    }
}
