package org.libvirt;

/// A scheduler parameter with a number of 64 bits without sign, in a `long` with the same bits.
public final class SchedUlongParameter extends SchedParameter {
    /// The value.
    public long value;

    /// A parameter without a name and with an empty value.
    public SchedUlongParameter() {}

    /// A parameter whose name is still to be set.
    public SchedUlongParameter(long value) {
        this.value = value;
    }

    @Override
    public int getType() {
        return SCHED_PARAM_ULONG;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_DOMAIN_SCHED_FIELD_ULLONG";
    }

    @Override
    public String getValueAsString() {
        return Long.toString(value);
    }
}
