package dev.jvirt.daemon.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.bridge.Errors;
import dev.jvirt.daemon.log.ErrorLog;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.ServerStream;
import dev.jvirt.rpc.server.StreamPacket;
import java.nio.ByteBuffer;

/// Carries bytes between a driver's stream and a client's, one thread for each direction.
final class StreamPump {
    private static final int CHUNK = 65536;
    private static final ErrorLog ERRORS = new ErrorLog("dev.jvirt.daemon.stream");

    private final StreamChannel channel;
    private final ServerStream stream;

    private StreamPump(StreamChannel channel, ServerStream stream) {
        this.channel = channel;
        this.stream = stream;
    }

    /// Starts carrying for a call that opened `channel`, both ways.
    static void start(IncomingCall call, StreamChannel channel) {
        StreamPump pump = startReceiving(call, channel);
        Thread.ofVirtual().name("stream-to-client-" + serial(call)).start(pump::sendAll);
    }

    /// Starts carrying for a call that opened `channel`, from the client alone.
    static StreamPump startReceiving(IncomingCall call, StreamChannel channel) {
        var pump = new StreamPump(channel, call.openStream(false));
        Thread.ofVirtual().name("stream-from-client-" + serial(call)).start(pump::receiveAll);
        return pump;
    }

    private static long serial(IncomingCall call) {
        return Integer.toUnsignedLong(call.header().serial());
    }

    private void sendAll() {
        var buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                if (!stream.send(buffer.array(), 0, buffer.position())) {
                    return;
                }
            }
            stream.sendEnd();
        } catch (LibvirtException e) {
            fail(e);
        }
    }

    private void receiveAll() {
        try (channel) {
            while (take(stream.receive())) {
                // one after the other
            }
        } catch (LibvirtException e) {
            fail(e);
        }
    }

    /// Deals with one packet.
    ///
    /// @return whether another may follow
    private boolean take(StreamPacket packet) {
        switch (packet) {
            case StreamPacket.Data data -> {
                channel.write(ByteBuffer.wrap(data.bytes(), data.offset(), data.length()));
                return true;
            }
            case StreamPacket.Hole hole ->
                    throw WireErrors.protocol(
                            "unexpected hole of %d bytes in a stream".formatted(hole.length()));
            case StreamPacket.Finish finish -> {
                channel.finish();
                stream.confirm();
            }
            case StreamPacket.Abort abort -> {
                channel.abort();
                stream.confirm();
            }
            case StreamPacket.Closed closed -> channel.abort();
        }
        return false;
    }

    /// Both directions may find the same fault; only the first is told.
    private void fail(LibvirtException e) {
        if (!stream.isClosed()) {
            ERRORS.log(e);
            stream.fail(Errors.remote(e).error());
        }
    }
}
