package org.libvirt;

/// A scheduler parameter with a truth value.
public final class SchedBooleanParameter extends SchedParameter {
    /// The value.
    public boolean value;

    /// A parameter without a name and with an empty value.
    public SchedBooleanParameter() {}

    /// A parameter whose name is still to be set.
    public SchedBooleanParameter(boolean value) {
        this.value = value;
    }

    /// A parameter whose name is still to be set.
    ///
    /// @param value 0 for false
    public SchedBooleanParameter(byte value) {
        this.value = value != 0;
    }

    @Override
    public int getType() {
        return SCHED_PARAM_BOOLEAN;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_DOMAIN_SCHED_FIELD_BOOLEAN";
    }

    @Override
    public String getValueAsString() {
        return Boolean.toString(value);
    }
}
