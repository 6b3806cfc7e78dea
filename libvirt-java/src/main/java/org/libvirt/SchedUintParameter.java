package org.libvirt;

/// A scheduler parameter with a number of 32 bits without sign, in an `int` with the same bits.
public final class SchedUintParameter extends SchedParameter {
    /// The value.
    public int value;

    /// A parameter without a name and with an empty value.
    public SchedUintParameter() {}

    /// A parameter whose name is still to be set.
    public SchedUintParameter(int value) {
        this.value = value;
    }

    @Override
    public int getType() {
        return SCHED_PARAM_UINT;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_DOMAIN_SCHED_FIELD_UINT";
    }

    @Override
    public String getValueAsString() {
        return Integer.toString(value);
    }
}
