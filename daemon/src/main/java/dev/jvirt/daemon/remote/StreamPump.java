package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Stream;
import dev.jvirt.api.stream.StreamReadFlag;
import dev.jvirt.bridge.Errors;
import dev.jvirt.daemon.log.ErrorLog;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.ServerStream;
import dev.jvirt.rpc.server.StreamPacket;
import java.nio.ByteBuffer;

/// Carries bytes and holes between a driver's stream and a client's, one thread for each direction.
final class StreamPump {
    /// As much as one packet takes.
    private static final int CHUNK = 262_120;

    private static final Flags<StreamReadFlag> TO_HOLE = Flags.of(StreamReadFlag.STOP_AT_HOLE);
    private static final ErrorLog ERRORS = new ErrorLog("dev.jvirt.daemon.stream");

    private final Stream driver;
    private final ServerStream client;
    private final Way way;

    /// What a stream is for.
    private enum Way {
        BOTH,
        TO_CLIENT,
        FROM_CLIENT
    }

    private StreamPump(Stream driver, ServerStream client, Way way) {
        this.driver = driver;
        this.client = client;
        this.way = way;
    }

    /// Starts carrying for a call that opened `driver`, both ways.
    static void start(IncomingCall call, Stream driver) {
        start(call, driver, Way.BOTH, false);
    }

    /// Starts carrying for a call that opened `driver` for reading alone.
    ///
    /// @param holes whether the client asked for holes
    static void startSending(IncomingCall call, Stream driver, boolean holes) {
        start(call, driver, Way.TO_CLIENT, holes);
    }

    /// Starts carrying for a call that opened `driver` for writing alone.
    ///
    /// @param holes whether the client wants to send holes
    static void startReceiving(IncomingCall call, Stream driver, boolean holes) {
        start(call, driver, Way.FROM_CLIENT, holes);
    }

    private static void start(IncomingCall call, Stream driver, Way way, boolean holes) {
        var pump = new StreamPump(driver, call.openStream(holes), way);
        long serial = Integer.toUnsignedLong(call.header().serial());
        Thread.ofVirtual().name("stream-from-client-" + serial).start(pump::receiveAll);
        if (way != Way.FROM_CLIENT) {
            Thread.ofVirtual().name("stream-to-client-" + serial).start(() -> pump.sendAll(holes));
        }
    }

    private void sendAll(boolean holes) {
        var buffer = ByteBuffer.allocateDirect(CHUNK);
        Flags<StreamReadFlag> flags = holes ? TO_HOLE : Flags.none();
        try {
            boolean wanted = true;
            int count = driver.read(buffer, flags);
            while (wanted && count != Stream.END) {
                wanted =
                        count == Stream.HOLE
                                ? client.sendHole(driver.takeHole())
                                : client.send(buffer.flip());
                count = wanted ? driver.read(buffer.clear(), flags) : count;
            }
            if (wanted) {
                client.sendEnd();
            }
        } catch (LibvirtException e) {
            fail(e);
        }
    }

    private void receiveAll() {
        try (driver) {
            while (take(client.receive())) {
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
                write(data);
                return true;
            }
            case StreamPacket.Hole hole -> {
                driver.writeHole(hole.length());
                return true;
            }
            case StreamPacket.Finish finish -> {
                driver.finish();
                client.confirm();
            }
            case StreamPacket.Abort abort -> {
                driver.abort();
                client.confirm();
            }
            case StreamPacket.Closed closed -> driver.abort();
        }
        return false;
    }

    private void write(StreamPacket.Data data) {
        if (way == Way.TO_CLIENT) {
            throw LibvirtException.plain(
                    ErrorDomain.STREAMS, ErrorCode.RPC, "stream had unexpected termination");
        }
        driver.write(data.bytes());
        data.release();
    }

    /// Both directions may find the same fault; only the first is told.
    private void fail(LibvirtException e) {
        if (!client.isClosed()) {
            ERRORS.log(e);
            client.fail(Errors.remote(e).error());
        }
    }
}
