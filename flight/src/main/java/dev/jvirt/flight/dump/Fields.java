package dev.jvirt.flight.dump;

import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.Messages;
import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.protocol.shape.Leaf;
import dev.jvirt.protocol.shape.PieceReader;
import dev.jvirt.protocol.shape.Shape;
import dev.jvirt.protocol.shape.Shape.Field;
import dev.jvirt.protocol.shape.Shape.Maybe;
import dev.jvirt.protocol.shape.Shape.Scalar;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.protocol.shape.Shape.Text;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The single values of a frame.
///
/// @param values in wire order
/// @param problem why there are no more, if the frame could not be understood
public record Fields(List<Value> values, Optional<String> problem) {
    private static final int STRING_MAX = 4_194_304;

    /// `virNetMessageError`.
    private static final Structure ERROR =
            new Structure(
                    field("code", Scalar.INT),
                    field("domain", Scalar.INT),
                    field("message", new Maybe(new Text(STRING_MAX))),
                    field("level", Scalar.INT),
                    field("dom", new Maybe(object(true))),
                    field("str1", new Maybe(new Text(STRING_MAX))),
                    field("str2", new Maybe(new Text(STRING_MAX))),
                    field("str3", new Maybe(new Text(STRING_MAX))),
                    field("int1", Scalar.INT),
                    field("int2", Scalar.INT),
                    field("net", new Maybe(object(false))));

    /// `virNetStreamHole`.
    private static final Structure HOLE =
            new Structure(field("length", Scalar.LONG), field("flags", Scalar.INT));

    private static final Fields NONE = new Fields(List.of(), Optional.empty());

    /// A value and the way to it.
    ///
    /// @param secret whether it was hidden
    public record Value(String path, String text, boolean secret) {}

    private static Field field(String name, Shape shape) {
        return new Field(name, shape, false);
    }

    private static Structure object(boolean hasId) {
        var fields =
                new ArrayList<>(
                        List.of(field("name", new Text(STRING_MAX)), field("uuid", Scalar.UUID)));
        if (hasId) {
            fields.add(field("id", Scalar.INT));
        }
        return new Structure(fields);
    }

    /// The values of a frame; none for the data of a stream.
    public static Fields of(RecordedFrame frame) {
        FrameHeader header = frame.header();
        Optional<Structure> structure = structure(header);
        if (structure.isEmpty()) {
            boolean packet = header.type() == MessageType.STREAM;
            return packet ? NONE : new Fields(List.of(), Optional.of("this message is not known"));
        }
        if (!frame.isWhole() && frame.stored().length == Frames.OVERHEAD) {
            return new Fields(List.of(), Optional.of("its content was not kept"));
        }
        if (frame.size() == Frames.OVERHEAD && header.type() == MessageType.STREAM) {
            return NONE; // a client that aborts says no more
        }
        byte[] bytes = frame.bytes();
        int at = Messages.bodyAt(header, bytes.length);
        try {
            var group = new PieceReader(bytes, at, bytes.length - at).read(structure.get());
            var values = new ArrayList<Value>();
            for (Leaf leaf : Leaf.of(group)) {
                values.add(new Value(leaf.path(), leaf.text(bytes), leaf.secret()));
            }
            return new Fields(values, Optional.empty());
        } catch (XdrException e) {
            return new Fields(List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Structure> structure(FrameHeader header) {
        boolean error = header.status() == MessageStatus.ERROR;
        return switch (header.type()) {
            case MessageType.STREAM_HOLE -> Optional.of(HOLE);
            case MessageType.STREAM -> error ? Optional.of(ERROR) : Optional.empty();
            default ->
                    error
                            ? Optional.of(ERROR)
                            : WireShapes.find(header.program(), header.procedure())
                                    .map(shape -> Messages.body(shape, header));
        };
    }
}
