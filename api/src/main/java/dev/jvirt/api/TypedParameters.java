package dev.jvirt.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Named values, each of one of seven types (`virTypedParameter` arrays): how libvirt passes
/// settings and statistics of which later versions may add more.
///
/// They need not be given back (`virTypedParamsClear`, `virTypedParamsFree`). The order is
/// kept. A name may occur more than once; the accessors by name answer with its first value,
/// [#strings] with all of them. An accessor for another type than the value has throws
/// INVALID_ARG, as libvirt does.
///
/// ```java
/// var shares = TypedParameters.of("cpu_shares", TypedValue.ofUnsignedLong(2048));
/// ```
///
/// @param parameters the pairs in order
public record TypedParameters(List<TypedParameter> parameters) {
    private static final TypedParameters NONE = new TypedParameters(List.of());

    public TypedParameters {
        parameters = List.copyOf(parameters);
    }

    /// No parameters.
    public static TypedParameters none() {
        return NONE;
    }

    /// A single parameter.
    public static TypedParameters of(String name, TypedValue value) {
        return new TypedParameters(List.of(new TypedParameter(name, value)));
    }

    /// Collects parameters.
    public static Builder builder() {
        return new Builder();
    }

    /// How many there are.
    public int size() {
        return parameters.size();
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    /// The first value with that name (`virTypedParamsGet`).
    ///
    /// @since 1.0.2
    public Optional<TypedValue> get(String name) {
        for (TypedParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    /// The value of type INT (`virTypedParamsGetInt`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public OptionalInt getInt(String name) {
        return switch (get(name).orElse(null)) {
            case null -> OptionalInt.empty();
            case TypedValue.OfInt(int value) -> OptionalInt.of(value);
            case TypedValue other -> throw mistyped(name, TypedValue.Type.INT, other);
        };
    }

    /// The value of type UINT, as an unsigned number (`virTypedParamsGetUInt`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public OptionalLong getUnsignedInt(String name) {
        return switch (get(name).orElse(null)) {
            case null -> OptionalLong.empty();
            case TypedValue.OfUnsignedInt(int value) ->
                    OptionalLong.of(Integer.toUnsignedLong(value));
            case TypedValue other -> throw mistyped(name, TypedValue.Type.UINT, other);
        };
    }

    /// The value of type LLONG (`virTypedParamsGetLLong`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public OptionalLong getLong(String name) {
        return switch (get(name).orElse(null)) {
            case null -> OptionalLong.empty();
            case TypedValue.OfLong(long value) -> OptionalLong.of(value);
            case TypedValue other -> throw mistyped(name, TypedValue.Type.LLONG, other);
        };
    }

    /// The value of type ULLONG, whose bits are to be read without sign
    /// (`virTypedParamsGetULLong`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public OptionalLong getUnsignedLong(String name) {
        return switch (get(name).orElse(null)) {
            case null -> OptionalLong.empty();
            case TypedValue.OfUnsignedLong(long value) -> OptionalLong.of(value);
            case TypedValue other -> throw mistyped(name, TypedValue.Type.ULLONG, other);
        };
    }

    /// The value of type DOUBLE (`virTypedParamsGetDouble`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public OptionalDouble getDouble(String name) {
        return switch (get(name).orElse(null)) {
            case null -> OptionalDouble.empty();
            case TypedValue.OfDouble(double value) -> OptionalDouble.of(value);
            case TypedValue other -> throw mistyped(name, TypedValue.Type.DOUBLE, other);
        };
    }

    /// The value of type BOOLEAN (`virTypedParamsGetBoolean`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public Optional<Boolean> getBoolean(String name) {
        return switch (get(name).orElse(null)) {
            case null -> Optional.empty();
            case TypedValue.OfBoolean(boolean value) -> Optional.of(value);
            case TypedValue other -> throw mistyped(name, TypedValue.Type.BOOLEAN, other);
        };
    }

    /// The value of type STRING (`virTypedParamsGetString`).
    ///
    /// @throws LibvirtException INVALID_ARG if it is of another type
    /// @since 1.0.2
    public Optional<String> getString(String name) {
        return switch (get(name).orElse(null)) {
            case null -> Optional.empty();
            case TypedValue.OfString(String value) -> Optional.of(value);
            case TypedValue other -> throw mistyped(name, TypedValue.Type.STRING, other);
        };
    }

    /// All values of type STRING with that name, in order.
    public List<String> strings(String name) {
        var strings = new ArrayList<String>();
        for (TypedParameter parameter : parameters) {
            if (parameter.name().equals(name)
                    && parameter.value() instanceof TypedValue.OfString(String value)) {
                strings.add(value);
            }
        }
        return List.copyOf(strings);
    }

    private static LibvirtException mistyped(String name, TypedValue.Type asked, TypedValue value) {
        return new LibvirtException(
                ErrorCode.INVALID_ARG,
                "Invalid type '%s' requested for parameter '%s', actual type is '%s'"
                        .formatted(asked.word(), name, value.type().word()));
    }

    /// Collects parameters in the order in which they are put.
    public static final class Builder {
        private final List<TypedParameter> parameters = new ArrayList<>();

        private Builder() {}

        /// Adds a value, even if the name is there already (`virTypedParamsAddInt`,
        /// `virTypedParamsAddUInt`, `virTypedParamsAddLLong`, `virTypedParamsAddULLong`,
        /// `virTypedParamsAddDouble`, `virTypedParamsAddBoolean`, `virTypedParamsAddString`).
        ///
        /// @throws LibvirtException INVALID_ARG if the name is longer than 79 bytes
        /// @since 1.0.2
        public Builder put(String name, TypedValue value) {
            parameters.add(new TypedParameter(name, value));
            return this;
        }

        /// Adds one string parameter for each value (`virTypedParamsAddStringList`).
        ///
        /// @since 1.2.17
        public Builder putStrings(String name, List<String> values) {
            for (String value : values) {
                put(name, new TypedValue.OfString(value));
            }
            return this;
        }

        /// Adds a value given as text (`virTypedParamsAddFromString`).
        ///
        /// @param type what to read the text as
        /// @throws LibvirtException INVALID_ARG if the text is no such value
        /// @since 1.0.2
        public Builder putText(String name, TypedValue.Type type, String text) {
            return put(name, type.parse(name, text));
        }

        /// What was put so far.
        public TypedParameters build() {
            return new TypedParameters(parameters);
        }
    }
}
