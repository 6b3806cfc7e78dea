package dev.jvirt.rpc.sasl.digest;

import dev.jvirt.rpc.sasl.SaslFailure;

/// How large packets may be.
final class DigestLimits {
    /// Below this nothing would fit into a packet.
    private static final int LEAST = 64;

    private static final int MOST = 0xffffff;

    private DigestLimits() {}

    /// What the peer takes, as far as it says so.
    static int maxBuffer(DigestWords words) {
        String text = words.only("maxbuf").orElse("65536");
        try {
            int size = Integer.parseInt(text);
            if (size >= LEAST && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw SaslFailure.protocol("a maxbuf of '%s'".formatted(text));
    }
}
