package org.libvirt;

/// A parameter with a number of 64 bits.
public class TypedLongParameter extends TypedParameter {
    /// The value.
    public long value;

    /// A parameter without a name and with an empty value.
    public TypedLongParameter() {}

    /// A parameter whose name is still to be set.
    public TypedLongParameter(long value) {
        this.value = value;
    }

    /// A parameter with a name.
    public TypedLongParameter(String name, long value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_LONG;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_LLONG";
    }

    @Override
    public String getValueAsString() {
        return Long.toString(value);
    }
}
