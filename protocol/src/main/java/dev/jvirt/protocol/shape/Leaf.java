package dev.jvirt.protocol.shape;

import dev.jvirt.protocol.shape.Piece.Absent;
import dev.jvirt.protocol.shape.Piece.Group;
import dev.jvirt.protocol.shape.Piece.Items;
import dev.jvirt.protocol.shape.Piece.Named;
import dev.jvirt.protocol.shape.Piece.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A single value of a message and the way to it, such as `params[0].value.ui`.
///
/// @param value where it lies; empty: an optional value that is not there, or a list without
///     elements
/// @param secret whether recordings hide it
public record Leaf(String path, Optional<Value> value, boolean secret) {

    /// All of them, in wire order.
    public static List<Leaf> of(Group group) {
        var leaves = new ArrayList<Leaf>();
        add(leaves, "", group, false);
        return leaves;
    }

    private static void add(List<Leaf> leaves, String path, Piece piece, boolean secret) {
        switch (piece) {
            case Value value -> leaves.add(new Leaf(path, Optional.of(value), secret));
            case Absent _ -> leaves.add(new Leaf(path, Optional.empty(), secret));
            case Group group -> addFields(leaves, path.isEmpty() ? "" : path + ".", group, secret);
            case Items items -> addElements(leaves, path, items, secret);
        }
    }

    private static void addFields(List<Leaf> leaves, String path, Group group, boolean secret) {
        for (Named field : group.fields()) {
            add(leaves, path + field.name(), field.piece(), secret || field.secret());
        }
    }

    private static void addElements(List<Leaf> leaves, String path, Items items, boolean secret) {
        int number = 0;
        for (Piece element : items.elements()) {
            add(leaves, "%s[%d]".formatted(path, number++), element, secret);
        }
        if (number == 0) {
            leaves.add(new Leaf(path, Optional.empty(), secret));
        }
    }

    /// The value as text; `-` if there is none.
    public String text(byte[] data) {
        return value.map(found -> Words.text(data, found)).orElse("-");
    }
}
