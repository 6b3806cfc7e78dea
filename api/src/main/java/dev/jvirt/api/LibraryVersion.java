package dev.jvirt.api;

/// A release of libvirt.
///
/// @param major for example 9
/// @param minor for example 0
/// @param release for example 0
public record LibraryVersion(int major, int minor, int release) {
    private static final int THOUSAND = 1000;

    /// The release of libvirt that this library behaves like (`virGetVersion`, `virAdmGetVersion`).
    ///
    /// What a connection leads to may be another one: see [Connection#libraryVersion].
    public static LibraryVersion current() {
        return new LibraryVersion(9, 0, 0);
    }

    /// The release that a peer tells as a number.
    public static LibraryVersion of(long number) {
        return new LibraryVersion(
                (int) (number / THOUSAND / THOUSAND),
                (int) (number / THOUSAND % THOUSAND),
                (int) (number % THOUSAND));
    }

    /// The number, counted as major * 1,000,000 + minor * 1,000 + release.
    public long number() {
        return ((long) major * THOUSAND + minor) * THOUSAND + release;
    }

    /// For example `9.0.0`.
    @Override
    public String toString() {
        return major + "." + minor + "." + release;
    }
}
