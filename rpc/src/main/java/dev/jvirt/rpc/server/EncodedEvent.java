package dev.jvirt.rpc.server;

import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An event as it is sent: however many clients want it, it is encoded once and they share its
/// bytes. Never changes once it is made.
public final class EncodedEvent {
    private static final byte[] LOST = {};

    private final Object message;
    private final byte[] frame;

    private EncodedEvent(Object message, byte[] frame) {
        this.message = message;
        this.frame = frame;
    }

    /// What `writing` sends.
    ///
    /// @throws IllegalStateException if that is nothing
    public static EncodedEvent of(Consumer<EventTarget> writing) {
        var catching = new Catching();
        writing.accept(catching);
        return Optional.ofNullable(catching.caught)
                .orElseThrow(() -> new IllegalStateException("no event was sent"));
    }

    static <T> EncodedEvent of(
            int program, int version, int procedure, XdrCodec<T> codec, T event) {
        var header =
                new FrameHeader(
                        program,
                        version,
                        procedure,
                        MessageType.MESSAGE,
                        Frames.EVENT_SERIAL,
                        MessageStatus.OK);
        var out = new XdrWriter();
        try {
            Frames.write(out, header, codec, event);
            return new EncodedEvent(event, out.toByteArray());
        } catch (XdrException e) {
            System.getLogger("dev.jvirt.rpc.server")
                    .log(System.Logger.Level.DEBUG, "event " + procedure + " is lost", e);
            return new EncodedEvent(event, LOST);
        }
    }

    private static final class Catching implements EventTarget {
        private @Nullable EncodedEvent caught;

        @Override
        public <T> void sendEvent(
                int program, int version, int procedure, XdrCodec<T> codec, T event) {
            caught = of(program, version, procedure, codec, event);
        }
    }

    /// What was encoded.
    public Object message() {
        return message;
    }

    /// Whether it cannot be encoded.
    boolean isLost() {
        return frame.length == 0;
    }

    /// Its bytes, for one who sends them.
    ByteBuffer bytes() {
        return ByteBuffer.wrap(frame);
    }
}
