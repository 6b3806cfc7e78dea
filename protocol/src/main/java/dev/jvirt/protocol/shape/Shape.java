package dev.jvirt.protocol.shape;

import java.util.List;
import java.util.Map;

/// What a value looks like on the wire.
public sealed interface Shape {

    /// A value of fixed size.
    enum Scalar implements Shape {
        INT(4),
        LONG(8),
        DOUBLE(8),
        BYTE(4),
        SHORT(4),
        UUID(16);

        private final int size;

        Scalar(int size) {
            this.size = size;
        }

        /// The bytes that it takes.
        int size() {
            return size;
        }
    }

    /// A string of at most `max` bytes.
    record Text(int max) implements Shape {}

    /// Opaque bytes.
    ///
    /// @param size how many: at most, or exactly if `fixed`
    /// @param chars whether each travels in a word of its own
    record Bytes(int size, boolean fixed, boolean chars) implements Shape {}

    /// A value that may be missing.
    record Maybe(Shape value) implements Shape {}

    /// At most `max` values.
    record Many(Shape element, int max) implements Shape {}

    /// Values one after another.
    record Structure(List<Field> fields) implements Shape {
        /// Nothing at all.
        public static final Structure EMPTY = new Structure(List.of());

        public Structure(Field... fields) {
            this(List.of(fields));
        }
    }

    /// A number and what it announces.
    record OneOf(Map<Integer, Structure> cases) implements Shape {}

    /// A value of a structure.
    ///
    /// @param secret whether recordings hide it
    record Field(String name, Shape shape, boolean secret) {}
}
