package dev.jvirt.protocol.wire;

/// The arguments of a call that has none, and the reply of one that only succeeds.
public record Empty() {
    public static final Empty INSTANCE = new Empty();
}
