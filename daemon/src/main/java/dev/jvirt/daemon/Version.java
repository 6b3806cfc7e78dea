package dev.jvirt.daemon;

/// The version of libvirt whose behaviour this daemon has.
public final class Version {
    /// As text.
    public static final String TEXT = "9.0.0";

    /// As major * 1,000,000 + minor * 1,000 + release.
    public static final long NUMBER = 9_000_000;

    private Version() {}
}
