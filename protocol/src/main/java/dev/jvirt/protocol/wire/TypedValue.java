package dev.jvirt.protocol.wire;

/// The value of a [TypedParameter], of one of seven types.
@Struct({"remote_typed_param_value", "admin_typed_param_value"})
public sealed interface TypedValue {
    /// `VIR_TYPED_PARAM_INT`
    @Case(1)
    record OfInt(int i) implements TypedValue {}

    /// `VIR_TYPED_PARAM_UINT`
    @Case(2)
    record OfUnsignedInt(int ui) implements TypedValue {}

    /// `VIR_TYPED_PARAM_LLONG`
    @Case(3)
    record OfLong(long l) implements TypedValue {}

    /// `VIR_TYPED_PARAM_ULLONG`
    @Case(4)
    record OfUnsignedLong(long ul) implements TypedValue {}

    /// `VIR_TYPED_PARAM_DOUBLE`
    @Case(5)
    record OfDouble(double d) implements TypedValue {}

    /// `VIR_TYPED_PARAM_BOOLEAN`: 0 or 1.
    @Case(6)
    record OfBoolean(int b) implements TypedValue {}

    /// `VIR_TYPED_PARAM_STRING`
    @Case(7)
    record OfString(String s) implements TypedValue {}
}
