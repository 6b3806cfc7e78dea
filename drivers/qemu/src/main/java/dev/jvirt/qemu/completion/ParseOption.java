package dev.jvirt.qemu.completion;

/// How a document is taken.
public enum ParseOption {
    /// The guest is new to this host, so it may get newer defaults than it had when it was stored.
    UPDATE_ABI,
    /// The document is not checked, as it was when it was stored.
    SKIP_VALIDATION
}
