package dev.jvirt.api.stream;

/// A run of a sparse source: of data, or of zeros that are not stored.
///
/// @param isHole whether it is a run of zeros
/// @param length in bytes; 0 only at the end
public record StreamSection(boolean isHole, long length) {
    /// What follows the last run.
    public static final StreamSection END = new StreamSection(false, 0);

    /// @throws IllegalArgumentException if the length is negative, or that of an empty hole
    public StreamSection {
        if (length < 0 || isHole && length == 0) {
            throw new IllegalArgumentException("no section has a length of " + length);
        }
    }

    /// A run of data.
    public static StreamSection data(long length) {
        return new StreamSection(false, length);
    }

    /// A run of zeros.
    public static StreamSection hole(long length) {
        return new StreamSection(true, length);
    }
}
