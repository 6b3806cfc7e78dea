package dev.jvirt.rpc.sasl.digest;

import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What protects a connection after a login: each packet is counted and signed, and enciphered if
/// that was agreed upon.
///
/// A packet is the data with what fills them up and ten bytes of signature, all of it enciphered;
/// then a version and the count.
final class DigestLayer implements SecurityLayer {
    /// How large packets of the peer may be.
    static final int MAX_PACKET = 65536;

    private static final int SIGNATURE = 10;
    private static final int TRAILER = 6;
    private static final byte[] VERSION = {0, 1};

    private final int ssf;
    private final int block;
    private final int maxData;
    private final Mac signing;
    private final Mac checking;
    private final @Nullable Cipher sealing;
    private final @Nullable Cipher opening;
    private int sent;
    private int received;

    private DigestLayer(
            DigestSession session, Optional<DigestCipher> cipher, boolean client, int peerMax) {
        ssf = cipher.map(DigestCipher::ssf).orElse(1);
        block = cipher.map(DigestCipher::block).orElse(1);
        // The peer's limit is for the packet without the length before it.
        maxData = Math.min(peerMax, MAX_PACKET) - SIGNATURE - TRAILER - block;
        signing = mac(session.signingKey(client));
        checking = mac(session.signingKey(!client));
        sealing =
                cipher.map(c -> c.open(Cipher.ENCRYPT_MODE, session.sealingKey(client)))
                        .orElse(null);
        opening =
                cipher.map(c -> c.open(Cipher.DECRYPT_MODE, session.sealingKey(!client)))
                        .orElse(null);
    }

    /// The layer that a login leads to.
    ///
    /// @param cipher for a login with confidentiality
    /// @param client whether this is the client's end
    /// @param peerMax how large packets the peer takes
    static Optional<SecurityLayer> of(
            DigestSession session, Optional<DigestCipher> cipher, boolean client, int peerMax) {
        return session.protection() == Protection.AUTH
                ? Optional.empty()
                : Optional.of(new DigestLayer(session, cipher, client, peerMax));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int ssf() {
        return ssf;
    }

    @Override
    public int maxData() {
        return maxData;
    }

    @Override
    public int maxPacket() {
        return MAX_PACKET;
    }

    @Override
    public byte[] wrap(byte[] data, int offset, int length) {
        int padding = block == 1 ? 0 : block - (length + SIGNATURE) % block;
        var packet = ByteBuffer.allocate(length + padding + SIGNATURE + TRAILER);
        packet.put(data, offset, length);
        for (int i = 0; i < padding; i++) {
            packet.put((byte) padding);
        }
        packet.put(signature(signing, sent, data, offset, length));
        seal(packet.array(), packet.position());
        packet.put(VERSION).putInt(sent);
        sent++;
        return packet.array();
    }

    private void seal(byte[] packet, int length) {
        if (sealing != null) {
            apply(sealing, packet, length);
        }
    }

    private static byte[] apply(Cipher cipher, byte[] packet, int length) {
        try {
            // Never final: the next packet goes on where this one ends.
            cipher.update(packet, 0, length, packet, 0);
            return packet;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(Mac mac, int count, byte[] data, int offset, int length) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, count));
        mac.update(data, offset, length);
        return Arrays.copyOf(mac.doFinal(), SIGNATURE);
    }

    @Override
    public byte[] unwrap(byte[] packet) {
        int sealed = packet.length - TRAILER;
        if (sealed < SIGNATURE || sealed % block != 0) {
            throw broken("a packet of %d bytes".formatted(packet.length));
        }
        var trailer = ByteBuffer.wrap(packet, sealed, TRAILER);
        if (trailer.get() != VERSION[0] || trailer.get() != VERSION[1]) {
            throw broken("a packet of another version");
        }
        if (trailer.getInt() != received) {
            throw broken("a packet out of order");
        }
        byte[] plain = opening == null ? packet : apply(opening, packet.clone(), sealed);
        int end = sealed - SIGNATURE;
        int length = block == 1 ? end : end - padding(plain, end);
        byte[] expected = signature(checking, received, plain, 0, length);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(plain, end, sealed))) {
            throw broken("a packet that somebody has changed");
        }
        received++;
        return Arrays.copyOf(plain, length);
    }

    private int padding(byte[] plain, int end) {
        int padding = end == 0 ? 0 : plain[end - 1];
        if (padding < 1 || padding > block || padding > end) {
            throw broken("a packet that somebody has changed");
        }
        return padding;
    }

    private static SaslFailure broken(String what) {
        return new SaslFailure(SaslError.FAIL, what);
    }
}
