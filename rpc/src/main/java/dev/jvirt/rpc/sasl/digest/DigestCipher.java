package dev.jvirt.rpc.sasl.digest;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The ciphers of DIGEST-MD5, the strongest first. Those of 56 bits and less are left out: nobody
/// should believe in them any more, and every peer has one of these.
enum DigestCipher {
    RC4("rc4", 128, 1),
    TRIPLE_DES("3des", 112, 8);

    private static final int DES_BYTES = 7;

    private final String word;
    private final int ssf;
    private final int block;

    DigestCipher(String word, int ssf, int block) {
        this.word = word;
        this.ssf = ssf;
        this.block = block;
    }

    String word() {
        return word;
    }

    int ssf() {
        return ssf;
    }

    /// How many bytes it works on at a time; 1: there is no padding.
    int block() {
        return block;
    }

    /// The best of those offered.
    static Optional<DigestCipher> best(List<String> offered) {
        return Arrays.stream(values()).filter(c -> offered.contains(c.word)).findFirst();
    }

    static String words() {
        return RC4.word + "," + TRIPLE_DES.word;
    }

    /// @param mode [Cipher#ENCRYPT_MODE] or [Cipher#DECRYPT_MODE]
    Cipher open(int mode, byte[] key) {
        try {
            if (this == RC4) {
                Cipher cipher = Cipher.getInstance("ARCFOUR");
                cipher.init(mode, new SecretKeySpec(key, "ARCFOUR"));
                return cipher;
            }
            Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
            var iv = new IvParameterSpec(key, key.length - block, block);
            cipher.init(mode, new SecretKeySpec(tripleKey(key), "DESede"), iv);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Two keys of 56 bits, the first of which is used twice.
    private static byte[] tripleKey(byte[] key) {
        byte[] result = new byte[3 * 8];
        spread(key, 0, result, 0);
        spread(key, DES_BYTES, result, 8);
        System.arraycopy(result, 0, result, 2 * 8, 8);
        return result;
    }

    /// Puts seven bits into each byte; the eighth is for parity, which nobody looks at.
    private static void spread(byte[] from, int start, byte[] to, int at) {
        long bits = 0;
        for (int i = 0; i < DES_BYTES; i++) {
            bits = bits << 8 | from[start + i] & 0xff;
        }
        for (int i = 7; i >= 0; i--) {
            to[at + i] = (byte) (bits << 1);
            bits >>>= DES_BYTES;
        }
    }
}
