package dev.jvirt.api.stream;

import dev.jvirt.api.Flag;

/// What a watch of a stream waits for (`virStreamEventType`).
public enum StreamEvent implements Flag {
    /// `VIR_STREAM_EVENT_READABLE`, since 0.7.2.
    ///
    /// Reading would not wait: there are data, a hole,
    /// their end or an error.
    READABLE(1 << 0),

    /// `VIR_STREAM_EVENT_WRITABLE`, since 0.7.2.
    ///
    /// Writing would not wait.
    WRITABLE(1 << 1),

    /// `VIR_STREAM_EVENT_ERROR`, since 0.7.2.
    ///
    /// The stream has failed.
    ERROR(1 << 2),

    /// `VIR_STREAM_EVENT_HANGUP`, since 0.7.2.
    ///
    /// The far side gives nothing more.
    HANGUP(1 << 3);

    private final int bit;

    StreamEvent(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
