package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.layer.ByteLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/// An established TLS connection.
///
/// Keys may be changed as TLS 1.3 does; a new handshake, as TLS 1.2 has it, is refused: it is work
/// that strangers could make us do again and again.
final class TlsLayer implements ByteLayer {
    private final SSLEngine engine;
    private final boolean renegotiable;
    private volatile boolean owes;
    private volatile boolean ended;

    TlsLayer(SSLEngine engine) {
        this.engine = engine;
        this.renegotiable = !engine.getSession().getProtocol().equals("TLSv1.3");
    }

    @Override
    public int packetMax() {
        return engine.getSession().getPacketBufferSize();
    }

    @Override
    public int contentMax() {
        return engine.getSession().getApplicationBufferSize();
    }

    @Override
    public void wrap(ByteBuffer content, ByteBuffer packet) throws IOException {
        SSLEngineResult result = engine.wrap(content, packet);
        owes = false;
        switch (result.getStatus()) {
            case OK -> owes = result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
            case CLOSED -> {
                if (content.hasRemaining()) {
                    throw new IOException("Broken pipe");
                }
            }
            case BUFFER_OVERFLOW, BUFFER_UNDERFLOW ->
                    throw new IllegalStateException("no room for a TLS record");
        }
    }

    @Override
    public boolean unwrap(ByteBuffer packets, ByteBuffer content) throws IOException {
        SSLEngineResult result = engine.unwrap(packets, content);
        switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> {
                return false;
            }
            case BUFFER_OVERFLOW -> throw new IllegalStateException("no room for a TLS record");
            case CLOSED -> {
                ended = true;
                return true;
            }
            case OK -> {}
        }
        follow(result.getHandshakeStatus());
        return result.bytesConsumed() > 0;
    }

    private void follow(HandshakeStatus status) throws IOException {
        HandshakeStatus now = status;
        while (now != HandshakeStatus.NOT_HANDSHAKING && now != HandshakeStatus.FINISHED) {
            if (renegotiable) {
                throw new IOException("the peer wants another TLS handshake");
            }
            if (now != HandshakeStatus.NEED_TASK) {
                owes = now == HandshakeStatus.NEED_WRAP;
                return;
            }
            TlsHandshake.runTasks(engine);
            now = engine.getHandshakeStatus();
        }
    }

    @Override
    public boolean owes() {
        return owes;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }
}
