package dev.jvirt.protocol.shape;

import java.util.List;

/// A part of a payload that was recognised.
public sealed interface Piece {

    /// A single value.
    ///
    /// @param shape its shape: a [Shape.Scalar], [Shape.Text] or [Shape.Bytes]
    /// @param at where its bytes begin, behind the length if it has one
    /// @param length the bytes that it takes, without padding
    record Value(Shape shape, int at, int length) implements Piece {}

    /// The fields of a structure, or of the case of a union that is there.
    record Group(List<Named> fields) implements Piece {}

    /// The elements of a list.
    record Items(List<Piece> elements) implements Piece {}

    /// An optional value that is not there.
    record Absent() implements Piece {}

    /// A field with its name.
    ///
    /// @param secret whether recordings hide it
    record Named(String name, Piece piece, boolean secret) {}
}
