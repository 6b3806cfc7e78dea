package dev.jvirt.api;

/// The value of a [TypedParameter] (`virTypedParameterValue`), of one of the types of
/// `virTypedParameterType`.
public sealed interface TypedValue {
    /// `VIR_TYPED_PARAM_INT`
    record OfInt(int value) implements TypedValue {}

    /// `VIR_TYPED_PARAM_UINT`: 32 bits without sign.
    record OfUnsignedInt(int value) implements TypedValue {}

    /// `VIR_TYPED_PARAM_LLONG`
    record OfLong(long value) implements TypedValue {}

    /// `VIR_TYPED_PARAM_ULLONG`: 64 bits without sign.
    record OfUnsignedLong(long value) implements TypedValue {}

    /// `VIR_TYPED_PARAM_DOUBLE`
    record OfDouble(double value) implements TypedValue {}

    /// `VIR_TYPED_PARAM_BOOLEAN`
    record OfBoolean(boolean value) implements TypedValue {}

    /// `VIR_TYPED_PARAM_STRING`
    record OfString(String value) implements TypedValue {}

    /// A value of type INT.
    static TypedValue ofInt(int value) {
        return new OfInt(value);
    }

    /// A value of type UINT.
    static TypedValue ofUnsignedInt(int value) {
        return new OfUnsignedInt(value);
    }

    /// A value of type LLONG.
    static TypedValue ofLong(long value) {
        return new OfLong(value);
    }

    /// A value of type ULLONG.
    static TypedValue ofUnsignedLong(long value) {
        return new OfUnsignedLong(value);
    }

    /// A value of type DOUBLE.
    static TypedValue ofDouble(double value) {
        return new OfDouble(value);
    }

    /// A value of type BOOLEAN.
    static TypedValue ofBoolean(boolean value) {
        return new OfBoolean(value);
    }

    /// A value of type STRING.
    static TypedValue ofString(String value) {
        return new OfString(value);
    }

    /// The type of this value.
    default Type type() {
        return switch (this) {
            case OfInt _ -> Type.INT;
            case OfUnsignedInt _ -> Type.UINT;
            case OfLong _ -> Type.LLONG;
            case OfUnsignedLong _ -> Type.ULLONG;
            case OfDouble _ -> Type.DOUBLE;
            case OfBoolean _ -> Type.BOOLEAN;
            case OfString _ -> Type.STRING;
        };
    }

    /// The value as virsh prints it.
    default String text() {
        return switch (this) {
            case OfInt(int value) -> Integer.toString(value);
            case OfUnsignedInt(int value) -> Integer.toUnsignedString(value);
            case OfLong(long value) -> Long.toString(value);
            case OfUnsignedLong(long value) -> Long.toUnsignedString(value);
            case OfDouble(double value) -> "%f".formatted(value);
            case OfBoolean(boolean value) -> value ? "yes" : "no";
            case OfString(String value) -> value;
        };
    }

    /// The types (`virTypedParameterType`).
    enum Type {
        /// `VIR_TYPED_PARAM_INT` (1)
        INT("int"),
        /// `VIR_TYPED_PARAM_UINT` (2)
        UINT("uint"),
        /// `VIR_TYPED_PARAM_LLONG` (3)
        LLONG("llong"),
        /// `VIR_TYPED_PARAM_ULLONG` (4)
        ULLONG("ullong"),
        /// `VIR_TYPED_PARAM_DOUBLE` (5)
        DOUBLE("double"),
        /// `VIR_TYPED_PARAM_BOOLEAN` (6)
        BOOLEAN("boolean"),
        /// `VIR_TYPED_PARAM_STRING` (7)
        STRING("string");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /// libvirt's number.
        public int code() {
            return ordinal() + 1;
        }

        /// libvirt's word.
        public String word() {
            return word;
        }

        /// Reads a value of this type; `name` is what it is called in errors.
        TypedValue parse(String name, String text) {
            try {
                return switch (this) {
                    case INT -> new OfInt(Integer.parseInt(text));
                    case UINT -> new OfUnsignedInt(Integer.parseUnsignedInt(text));
                    case LLONG -> new OfLong(Long.parseLong(text));
                    case ULLONG -> new OfUnsignedLong(Long.parseUnsignedLong(text));
                    case DOUBLE -> new OfDouble(Double.parseDouble(text));
                    case BOOLEAN -> new OfBoolean(truth(name, text));
                    case STRING -> new OfString(text);
                };
            } catch (NumberFormatException e) {
                throw new LibvirtException(
                        ErrorCode.INVALID_ARG,
                        "Invalid value for field '%s': expected %s".formatted(name, expected()),
                        e);
            }
        }

        private String expected() {
            return switch (this) {
                case UINT -> "unsigned int";
                case LLONG -> "long long";
                case ULLONG -> "unsigned long long";
                default -> word;
            };
        }

        private static boolean truth(String name, String text) {
            return switch (text) {
                case "0" -> false;
                case "1" -> true;
                default ->
                        throw new LibvirtException(
                                ErrorCode.INVALID_ARG,
                                "Invalid boolean value for field '%s'".formatted(name));
            };
        }
    }
}
