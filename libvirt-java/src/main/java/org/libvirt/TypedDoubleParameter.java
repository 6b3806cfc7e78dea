package org.libvirt;

/// A parameter with a fraction.
public class TypedDoubleParameter extends TypedParameter {
    /// The value.
    public double value;

    /// A parameter without a name and with an empty value.
    public TypedDoubleParameter() {}

    /// A parameter whose name is still to be set.
    public TypedDoubleParameter(double value) {
        this.value = value;
    }

    /// A parameter with a name.
    public TypedDoubleParameter(String name, double value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_DOUBLE;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_DOUBLE";
    }

    @Override
    public String getValueAsString() {
        return Double.toString(value);
    }
}
