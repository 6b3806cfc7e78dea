package dev.jvirt.api.stream;

import dev.jvirt.api.Flag;

/// How a stream is read (`virStreamRecvFlagsValues`).
public enum StreamReadFlag implements Flag {
    /// `VIR_STREAM_RECV_STOP_AT_HOLE`, since 3.4.0.
    ///
    /// Tells of a hole instead of giving its zeros.
    STOP_AT_HOLE(1 << 0);

    private final int bit;

    StreamReadFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
