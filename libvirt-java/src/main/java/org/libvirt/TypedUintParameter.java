package org.libvirt;

/// A parameter with a number of 32 bits without sign, in an `int` with the same bits.
public class TypedUintParameter extends TypedParameter {
    /// The value.
    public int value;

    /// A parameter without a name and with an empty value.
    public TypedUintParameter() {}

    /// A parameter whose name is still to be set.
    public TypedUintParameter(int value) {
        this.value = value;
    }

    /// A parameter with a name.
    public TypedUintParameter(String name, int value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_UINT;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_UINT";
    }

    @Override
    public String getValueAsString() {
        return Integer.toString(value);
    }
}
