package dev.jvirt.rpc.sasl.scram;

import java.security.SecureRandom;
import java.util.Base64;

/// Text that nobody can foresee.
final class ScramNonce {
    private static final int BYTES = 24;

    private ScramNonce() {}

    static String next() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
