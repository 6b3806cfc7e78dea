package org.libvirt;

/// A parameter with a number of 32 bits.
public class TypedIntParameter extends TypedParameter {
    /// The value.
    public int value;

    /// A parameter without a name and with an empty value.
    public TypedIntParameter() {}

    /// A parameter whose name is still to be set.
    public TypedIntParameter(int value) {
        this.value = value;
    }

    /// A parameter with a name.
    public TypedIntParameter(String name, int value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_INT;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_INT";
    }

    @Override
    public String getValueAsString() {
        return Integer.toString(value);
    }
}
