package org.libvirt;

/// A parameter with a number of 64 bits without sign, in a `long` with the same bits.
public class TypedUlongParameter extends TypedParameter {
    /// The value.
    public long value;

    /// A parameter without a name and with an empty value.
    public TypedUlongParameter() {}

    /// A parameter whose name is still to be set.
    public TypedUlongParameter(long value) {
        this.value = value;
    }

    /// A parameter with a name.
    public TypedUlongParameter(String name, long value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_ULONG;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_ULLONG";
    }

    @Override
    public String getValueAsString() {
        return Long.toString(value);
    }
}
