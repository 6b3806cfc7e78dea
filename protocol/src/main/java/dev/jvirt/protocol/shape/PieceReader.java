package dev.jvirt.protocol.shape;

import dev.jvirt.protocol.shape.Piece.Absent;
import dev.jvirt.protocol.shape.Piece.Group;
import dev.jvirt.protocol.shape.Piece.Items;
import dev.jvirt.protocol.shape.Piece.Named;
import dev.jvirt.protocol.shape.Piece.Value;
import dev.jvirt.protocol.shape.Shape.Bytes;
import dev.jvirt.protocol.shape.Shape.Many;
import dev.jvirt.protocol.shape.Shape.Maybe;
import dev.jvirt.protocol.shape.Shape.OneOf;
import dev.jvirt.protocol.shape.Shape.Scalar;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.protocol.shape.Shape.Text;
import dev.jvirt.rpc.xdr.XdrException;
import java.util.ArrayList;
import java.util.Optional;

/// Finds the pieces of a payload without copying any of it.
///
/// It accepts exactly what the codec of the same record accepts.
public final class PieceReader {
    private static final int WORD = 4;

    private final byte[] data;
    private final int end;
    private int position;

    /// A reader of a part of an array.
    public PieceReader(byte[] data, int offset, int length) {
        this.data = data;
        this.position = offset;
        this.end = offset + length;
    }

    /// The pieces of the payload.
    ///
    /// @throws XdrException if it does not have that shape
    public Group read(Structure structure) {
        var fields = new ArrayList<Named>(structure.fields().size());
        for (Shape.Field field : structure.fields()) {
            fields.add(new Named(field.name(), read(field.shape()), field.secret()));
        }
        return new Group(fields);
    }

    /// Where the next piece would begin.
    public int position() {
        return position;
    }

    private Piece read(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> value(scalar, scalar.size());
            case Text text -> value(text, count(text.max()));
            case Bytes bytes -> bytes(bytes);
            case Maybe maybe -> word() == 0 ? new Absent() : read(maybe.value());
            case Many many -> items(many);
            case Structure structure -> read(structure);
            case OneOf union ->
                    read(
                            Optional.ofNullable(union.cases().get(word()))
                                    .orElseThrow(() -> XdrException.decoding("unknown case")));
        };
    }

    private Piece bytes(Bytes bytes) {
        int count = bytes.fixed() ? bytes.size() : count(bytes.size());
        if (bytes.chars() && count > (end - position) / WORD) {
            throw XdrException.decoding("payload ends early");
        }
        return value(bytes, bytes.chars() ? WORD * count : count);
    }

    private Piece items(Many many) {
        int count = count(many.max());
        var elements = new ArrayList<Piece>(Math.min(count, (end - position) / WORD));
        for (int i = 0; i < count; i++) {
            elements.add(read(many.element()));
        }
        return new Items(elements);
    }

    private Value value(Shape shape, int length) {
        int at = take(length);
        take(-length & WORD - 1);
        return new Value(shape, at, length);
    }

    private int count(int max) {
        int count = word();
        if (count < 0 || count > max || count > end - position) {
            throw XdrException.decoding("count " + Integer.toUnsignedString(count));
        }
        return count;
    }

    private int word() {
        return Words.intAt(data, take(WORD));
    }

    private int take(int count) {
        if (count > end - position) {
            throw XdrException.decoding("payload ends early");
        }
        int at = position;
        position = at + count;
        return at;
    }
}
