package org.libvirt;

/// A scheduler parameter with a number of 32 bits.
public final class SchedIntParameter extends SchedParameter {
    /// The value.
    public int value;

    /// A parameter without a name and with an empty value.
    public SchedIntParameter() {}

    /// A parameter whose name is still to be set.
    public SchedIntParameter(int value) {
        this.value = value;
    }

    @Override
    public int getType() {
        return SCHED_PARAM_INT;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_DOMAIN_SCHED_FIELD_INT";
    }

    @Override
    public String getValueAsString() {
        return Integer.toString(value);
    }
}
