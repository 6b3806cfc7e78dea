package dev.jvirt.rpc.sasl.digest;

import java.security.SecureRandom;
import java.util.Base64;

/// Text that nobody can foresee.
final class DigestNonce {
    private static final int BYTES = 32;

    private DigestNonce() {}

    static String next() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
