package org.libvirt;

/// A parameter with a truth value.
public final class TypedBooleanParameter extends TypedParameter {
    /// The value.
    public boolean value;

    /// A parameter without a name and with an empty value.
    public TypedBooleanParameter() {}

    /// A parameter whose name is still to be set.
    public TypedBooleanParameter(boolean value) {
        this.value = value;
    }

    /// A parameter whose name is still to be set.
    ///
    /// @param value 0 for false
    public TypedBooleanParameter(byte value) {
        this.value = value != 0;
    }

    /// A parameter with a name.
    public TypedBooleanParameter(String name, boolean value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_BOOLEAN;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_BOOLEAN";
    }

    @Override
    public String getValueAsString() {
        return Boolean.toString(value);
    }
}
