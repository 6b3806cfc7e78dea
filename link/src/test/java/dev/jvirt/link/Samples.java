package dev.jvirt.link;

import java.util.List;

/// Switches as the compiler makes them.
final class Samples {
    /// What is switched over.
    sealed interface Shape permits Circle, Square, Nothing, Shapes {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    enum Nothing implements Shape {
        NOTHING,
        VOID
    }

    record Shapes(List<Shape> all) implements Shape {}

    /// A switch in an interface, whose private methods are called in another way.
    interface Sized {
        int of(Shape shape);

        /// Answers as the class does.
        static int size(Shape shape) {
            return switch (shape) {
                case Circle circle -> circle.radius();
                case Square square -> square.side();
                case Nothing nothing -> nothing.ordinal();
                case Shapes(var all) -> all.stream().mapToInt(Sized::size).sum();
            };
        }
    }

    private Samples() {}

    /// Types alone.
    public static String kind(Object value) {
        return switch (value) {
            case null -> "null";
            case Circle _ -> "circle";
            case Square _ -> "square";
            case CharSequence text -> "text " + text.length();
            case int[] numbers -> "numbers " + numbers.length;
            case Shape _ -> "shape";
            default -> "other";
        };
    }

    /// Guards, after which the search goes on.
    public static String guarded(Object value) {
        return switch (value) {
            case Circle circle when circle.radius() > 9 -> "big";
            case Circle circle when circle.radius() > 4 -> "middle";
            case Circle _ -> "small";
            case Shape shape when Sized.size(shape) == 0 -> "empty";
            case Shape shape -> Integer.toString(Sized.size(shape));
            default -> "other";
        };
    }

    /// Two switches in one method.
    public static String both(Object first) {
        String left =
                switch (first) {
                    case Shape _ -> "shape";
                    default -> "other";
                };
        return switch (first) {
            case Square square -> left + square.side();
            case Object _ -> left;
        };
    }

    /// Constants among the labels.
    public static String constants(Shape shape) {
        return switch (shape) {
            case Nothing.NOTHING -> "nothing";
            case Nothing.VOID -> "void";
            case Circle _, Square _, Shapes _ -> "something";
        };
    }
}
