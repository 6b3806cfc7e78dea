package dev.jvirt.flight.file;

/// Something that happened on a connection.
public sealed interface Entry permits RecordedFrame, Note {
    /// When, in nanoseconds since the recording began.
    long nanos();
}
