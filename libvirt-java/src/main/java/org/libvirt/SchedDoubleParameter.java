package org.libvirt;

/// A scheduler parameter with a fraction.
public final class SchedDoubleParameter extends SchedParameter {
    /// The value.
    public double value;

    /// A parameter without a name and with an empty value.
    public SchedDoubleParameter() {}

    /// A parameter whose name is still to be set.
    public SchedDoubleParameter(double value) {
        this.value = value;
    }

    @Override
    public int getType() {
        return SCHED_PARAM_DOUBLE;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_DOMAIN_SCHED_FIELD_DOUBLE";
    }

    @Override
    public String getValueAsString() {
        return Double.toString(value);
    }
}
