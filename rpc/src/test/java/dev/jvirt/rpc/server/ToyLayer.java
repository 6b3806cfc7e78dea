package dev.jvirt.rpc.server;

import dev.jvirt.rpc.layer.ByteLayer;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A layer that everybody can break: a length, and bytes that are turned around.
final class ToyLayer implements ByteLayer {
    private static final int CONTENT = 1000;

    @Override
    public int packetMax() {
        return 4 + CONTENT;
    }

    @Override
    public int contentMax() {
        return CONTENT;
    }

    @Override
    public void wrap(ByteBuffer content, ByteBuffer packet) {
        int length = Math.min(content.remaining(), CONTENT);
        packet.putInt(~length);
        for (int i = 0; i < length; i++) {
            packet.put((byte) ~content.get());
        }
    }

    @Override
    public boolean unwrap(ByteBuffer packets, ByteBuffer content) throws IOException {
        if (packets.remaining() < 4) {
            return false;
        }
        int length = ~packets.getInt(packets.position());
        if (length < 0 || length > CONTENT) {
            throw new IOException("no packet of this layer");
        }
        if (packets.remaining() < 4 + length) {
            return false;
        }
        packets.getInt();
        for (int i = 0; i < length; i++) {
            content.put((byte) ~packets.get());
        }
        return true;
    }
}
