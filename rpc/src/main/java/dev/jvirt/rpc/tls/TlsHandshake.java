package dev.jvirt.rpc.tls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;

/// How two sides agree on keys. Waits for the peer.
final class TlsHandshake {
    /// Records of a handshake: a hostile peer could go on for ever.
    private static final int RECORDS_MAX = 200;

    private final SSLEngine engine;
    private final Pipe pipe;
    private ByteBuffer received;
    private final ByteBuffer sent;
    private final ByteBuffer nothing;
    private int records;

    /// The connection below, which waits.
    interface Pipe {
        /// Reads at least one byte.
        ///
        /// @return how many, -1 at the end
        int read(ByteBuffer into) throws IOException;

        /// Writes all of it.
        void write(ByteBuffer from) throws IOException;
    }

    private TlsHandshake(SSLEngine engine, Pipe pipe) {
        this.engine = engine;
        this.pipe = pipe;
        int packet = engine.getSession().getPacketBufferSize();
        this.received = ByteBuffer.allocate(packet).limit(0);
        this.sent = ByteBuffer.allocate(packet);
        this.nothing = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }

    /// Shakes hands.
    ///
    /// @return what was read beyond the handshake
    static ByteBuffer perform(SSLEngine engine, Pipe pipe) throws IOException {
        var handshake = new TlsHandshake(engine, pipe);
        try {
            handshake.run();
            return handshake.received;
        } catch (IOException e) {
            handshake.sayWhy();
            throw e;
        }
    }

    private void run() throws IOException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_WRAP -> wrap();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                case NEED_TASK -> runTasks(engine);
                case NOT_HANDSHAKING, FINISHED -> {
                    return;
                }
            }
        }
    }

    static void runTasks(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private void wrap() throws IOException {
        sent.clear();
        SSLEngineResult result = engine.wrap(nothing.duplicate().limit(0), sent);
        pipe.write(sent.flip());
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new EOFException("The TLS connection was non-properly terminated.");
        }
    }

    private void unwrap() throws IOException {
        SSLEngineResult result = engine.unwrap(received, nothing.clear());
        switch (result.getStatus()) {
            case OK -> {
                if (nothing.position() > 0 || ++records > RECORDS_MAX) {
                    throw new IOException("An unexpected TLS packet was received.");
                }
            }
            case BUFFER_UNDERFLOW -> fill();
            case BUFFER_OVERFLOW -> throw new IOException("A TLS record is too large.");
            case CLOSED ->
                    throw new EOFException("The TLS connection was non-properly terminated.");
        }
    }

    private void fill() throws IOException {
        received.compact();
        int count = pipe.read(received);
        received.flip();
        if (count < 0) {
            throw new EOFException("The TLS connection was non-properly terminated.");
        }
    }

    /// The engine has an alert for the peer.
    private void sayWhy() {
        try {
            engine.closeOutbound();
            while (engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_WRAP) {
                sent.clear();
                engine.wrap(nothing.duplicate().limit(0), sent);
                if (sent.position() == 0) {
                    return;
                }
                pipe.write(sent.flip());
            }
        } catch (IOException gone) {
            // It is not there any more, and will not miss it.
            return;
        }
    }
}
