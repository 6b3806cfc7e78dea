package dev.jvirt.api.stream;

import dev.jvirt.api.Flag;

/// What a watch of a stream waits for (`virStreamEventType`).
public enum StreamEvent implements Flag {
    /// Reading would not wait: there are data, a hole, their end or an error.
    /// `VIR_STREAM_EVENT_READABLE`, since 0.7.2.
    READABLE(1 << 0),

    /// Writing would not wait. `VIR_STREAM_EVENT_WRITABLE`, since 0.7.2.
    WRITABLE(1 << 1),

    /// The stream has failed. `VIR_STREAM_EVENT_ERROR`, since 0.7.2.
    ERROR(1 << 2),

    /// The far side gives nothing more. `VIR_STREAM_EVENT_HANGUP`, since 0.7.2.
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
