package org.libvirt;

/// A name with a value of one of libvirt's types (`virTypedParameter`).
public abstract class TypedParameter {
    protected static final int TYPED_PARAM_INT = 1;
    protected static final int TYPED_PARAM_UINT = 2;
    protected static final int TYPED_PARAM_LONG = 3;
    protected static final int TYPED_PARAM_ULONG = 4;
    protected static final int TYPED_PARAM_DOUBLE = 5;
    protected static final int TYPED_PARAM_BOOLEAN = 6;
    protected static final int TYPED_PARAM_STRING = 7;

    /// The name.
    @SuppressWarnings("NullAway") // its user sets it
    public String field;

    /// A parameter whose name is still to be set.
    @SuppressWarnings("NullAway.Init")
    public TypedParameter() {}

    /// A copy that is as long as `length`, filled with zeros.
    ///
    /// @throws ArrayIndexOutOfBoundsException if it is shorter than what is copied
    public static byte[] copyOf(byte[] bytes, int length) {
        var copy = new byte[length];
        System.arraycopy(bytes, 0, copy, 0, bytes.length);
        return copy;
    }

    /// libvirt's number of the type of the value.
    public abstract int getType();

    /// libvirt's name of the type of the value.
    public abstract String getTypeAsString();

    /// The value as text.
    public abstract String getValueAsString();
}
