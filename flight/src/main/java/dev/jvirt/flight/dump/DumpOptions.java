package dev.jvirt.flight.dump;

/// How much is shown.
///
/// @param full nothing is shortened
/// @param hex the bytes of every frame as well
public record DumpOptions(boolean full, boolean hex) {
    /// Enough to read along.
    public static final DumpOptions SHORT = new DumpOptions(false, false);
}
