package org.libvirt;

import org.jspecify.annotations.Nullable;

/// A parameter with a text.
public final class TypedStringParameter extends TypedParameter {
    /// The value.
    public @Nullable String value;

    /// A parameter without a name and with an empty value.
    public TypedStringParameter() {}

    /// A parameter whose name is still to be set.
    public TypedStringParameter(@Nullable String value) {
        this.value = value;
    }

    /// A parameter with a name.
    public TypedStringParameter(String name, @Nullable String value) {
        this.field = name;
        this.value = value;
    }

    @Override
    public int getType() {
        return TYPED_PARAM_STRING;
    }

    @Override
    public String getTypeAsString() {
        return "VIR_TYPED_PARAM_STRING";
    }

    @Override
    public String getValueAsString() {
        return String.valueOf(value);
    }
}
