package dev.jvirt.rpc.sasl.kerberos;

import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityLayer;
import java.util.Optional;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/// What protects a connection after a login with Kerberos.
final class KerberosLayer implements SecurityLayer {
    /// The weakest cipher that the JDK still uses with Kerberos has this.
    private static final int SSF = 128;

    private static final int MAX_PACKET = 65536;

    private final Coder wrapping;
    private final Coder unwrapping;
    private final int ssf;
    private final int maxData;

    /// One direction of the JDK's layer.
    interface Coder {
        byte[] code(byte[] data, int offset, int length) throws SaslException;
    }

    private KerberosLayer(Coder wrapping, Coder unwrapping, int ssf, int maxData) {
        this.wrapping = wrapping;
        this.unwrapping = unwrapping;
        this.ssf = ssf;
        this.maxData = maxData;
    }

    /// @param qop what was agreed upon
    /// @param rawSize how many bytes may go into one packet
    static Optional<SecurityLayer> of(
            Coder wrapping, Coder unwrapping, @Nullable Object qop, @Nullable Object rawSize) {
        if (qop == null || qop.equals("auth")) {
            return Optional.empty();
        }
        int ssf = qop.equals("auth-conf") ? SSF : 1;
        int size = rawSize == null ? 0 : Integer.parseInt(rawSize.toString());
        if (size < 1) {
            throw SaslFailure.protocol("the peer takes no data (" + Sasl.RAW_SEND_SIZE + ")");
        }
        return Optional.of(
                new KerberosLayer(wrapping, unwrapping, ssf, Math.min(size, MAX_PACKET)));
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
        return code(wrapping, data, offset, length);
    }

    @Override
    public byte[] unwrap(byte[] packet) {
        return code(unwrapping, packet, 0, packet.length);
    }

    private static byte[] code(Coder coder, byte[] data, int offset, int length) {
        try {
            return coder.code(data, offset, length);
        } catch (SaslException e) {
            throw new SaslFailure(SaslError.FAIL, "GSSAPI Error: " + e.getMessage(), e);
        }
    }
}
