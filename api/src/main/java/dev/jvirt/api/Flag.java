package dev.jvirt.api;

/// One bit of a flags argument. Each enum of flags implements it, see [Flags].
public interface Flag {
    /// The bit's value, a power of two.
    int bit();
}
