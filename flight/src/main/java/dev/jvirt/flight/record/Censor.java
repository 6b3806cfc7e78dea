package dev.jvirt.flight.record;

import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.protocol.shape.Piece;
import dev.jvirt.protocol.shape.PieceReader;
import dev.jvirt.protocol.shape.Shape;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrException;
import java.util.Arrays;
import java.util.Optional;

/// Hides what is secret in a frame before it is kept.
///
/// What the wire definition marks is overwritten in its length, so that the message can still be
/// decoded; so are passwords within documents. Of what cannot be understood, and of the data of
/// streams, only header and length are kept: nobody could say that there is no secret in them.
public final class Censor {
    private static final byte STAR = '*';

    private final boolean streams;

    /// @param streams whether to keep the data of streams
    public Censor(boolean streams) {
        this.streams = streams;
    }

    /// What may be kept of a frame, which is changed; the rest is to be left out.
    public byte[] keep(byte[] frame) {
        FrameHeader header = RecordedFrame.header(frame);
        return switch (header.type()) {
            case MessageType.STREAM -> keepPacket(header, frame);
            case MessageType.STREAM_HOLE -> frame;
            default -> keepMessage(header, frame);
        };
    }

    private byte[] keepPacket(FrameHeader header, byte[] frame) {
        if (header.status() == MessageStatus.CONTINUE) {
            return streams ? frame : onlyHeader(frame);
        }
        return keepText(header, frame);
    }

    private byte[] keepMessage(FrameHeader header, byte[] frame) {
        if (header.status() == MessageStatus.ERROR) {
            return keepText(header, frame);
        }
        Optional<MessageShape> shape = WireShapes.find(header.program(), header.procedure());
        if (shape.isEmpty()) {
            return onlyHeader(frame);
        }
        return keepPieces(header, frame, Messages.body(shape.get(), header));
    }

    private static byte[] keepPieces(FrameHeader header, byte[] frame, Structure structure) {
        int at = Messages.bodyAt(header, frame.length);
        var reader = new PieceReader(frame, at, frame.length - at);
        try {
            hide(header, frame, reader.read(structure), false);
        } catch (XdrException e) {
            return onlyHeader(frame);
        }
        int end = reader.position();
        return end == frame.length ? frame : Arrays.copyOf(frame, end);
    }

    private static void hide(FrameHeader header, byte[] frame, Piece piece, boolean secret) {
        switch (piece) {
            case Piece.Value value -> hideValue(header, frame, value, secret);
            case Piece.Absent _ -> {}
            case Piece.Items items ->
                    items.elements().forEach(element -> hide(header, frame, element, secret));
            case Piece.Group group ->
                    group.fields()
                            .forEach(
                                    field ->
                                            hide(
                                                    header,
                                                    frame,
                                                    field.piece(),
                                                    secret || field.secret()));
        }
    }

    private static void hideValue(
            FrameHeader header, byte[] frame, Piece.Value value, boolean secret) {
        int end = value.at() + value.length();
        boolean numeric = value.shape() instanceof Shape.Scalar;
        if (!secret) {
            if (!numeric) {
                passwords(header).hide(frame, value.at(), end);
            }
            return;
        }
        Arrays.fill(frame, value.at(), end, numeric ? 0 : STAR);
        if (value.shape() instanceof Shape.Bytes bytes && bytes.chars()) {
            for (int at = value.at(); at < end; at += Integer.BYTES) {
                Arrays.fill(frame, at, at + Integer.BYTES - 1, (byte) 0);
            }
        }
    }

    /// An error may quote what was asked for.
    private static byte[] keepText(FrameHeader header, byte[] frame) {
        passwords(header).hide(frame, Frames.OVERHEAD, frame.length);
        return frame;
    }

    private static Passwords passwords(FrameHeader header) {
        return header.program() == Program.QEMU.number()
                ? Passwords.IN_COMMANDS
                : Passwords.IN_DOCUMENTS;
    }

    private static byte[] onlyHeader(byte[] frame) {
        return Arrays.copyOf(frame, Frames.OVERHEAD);
    }
}
