package org.libvirt;

/// A scheduler parameter with a number of 64 bits.
public final class SchedLongParameter extends SchedParameter {
    /// The value.
    public long value;

    /// A parameter without a name and with an empty value.
    public SchedLongParameter() {}

    /// A parameter whose name is still to be set.
    public SchedLongParameter(long value) {
        this.value = value;
    }

    @Override
    public int getType() {
        return SCHED_PARAM_LONG;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_DOMAIN_SCHED_FIELD_LLONG";
    }

    @Override
    public String getValueAsString() {
        return Long.toString(value);
    }
}
