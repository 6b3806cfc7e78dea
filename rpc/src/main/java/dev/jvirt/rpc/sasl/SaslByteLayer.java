package dev.jvirt.rpc.sasl;

import dev.jvirt.rpc.layer.ByteLayer;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Lets the bytes of a connection go through a security layer: a length before each packet
/// (RFC 4422). Where packets begin has nothing to do with where messages do.
///
/// @param layer what a login has led to
public record SaslByteLayer(SecurityLayer layer) implements ByteLayer {
    private static final int LENGTH = Integer.BYTES;

    @Override
    public int packetMax() {
        return LENGTH + layer.maxPacket();
    }

    @Override
    public int contentMax() {
        return layer.maxPacket();
    }

    @Override
    public void wrap(ByteBuffer content, ByteBuffer packet) throws IOException {
        if (!content.hasRemaining()) {
            return;
        }
        byte[] data = new byte[Math.min(content.remaining(), layer.maxData())];
        content.get(data);
        try {
            byte[] wrapped = layer.wrap(data, 0, data.length);
            packet.putInt(wrapped.length).put(wrapped);
        } catch (SaslFailure e) {
            throw new IOException("failed to encode SASL data: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean unwrap(ByteBuffer packets, ByteBuffer content) throws IOException {
        if (packets.remaining() < LENGTH) {
            return false;
        }
        int length = packets.getInt(packets.position());
        if (length < 0 || length > layer.maxPacket()) {
            throw new IOException("failed to decode SASL data: a packet of " + length + " bytes");
        }
        if (packets.remaining() < LENGTH + length) {
            return false;
        }
        byte[] packet = new byte[length];
        packets.position(packets.position() + LENGTH).get(packet);
        try {
            content.put(layer.unwrap(packet));
            return true;
        } catch (SaslFailure e) {
            throw new IOException("failed to decode SASL data: " + e.getMessage(), e);
        }
    }
}
