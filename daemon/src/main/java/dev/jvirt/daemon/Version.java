package dev.jvirt.daemon;

import dev.jvirt.api.LibraryVersion;

/// The version of libvirt whose behaviour this daemon has.
public final class Version {
    /// As text.
    public static final String TEXT = LibraryVersion.current().toString();

    /// As major * 1,000,000 + minor * 1,000 + release.
    public static final long NUMBER = LibraryVersion.current().number();

    private Version() {}
}
