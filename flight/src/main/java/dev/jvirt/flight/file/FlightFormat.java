package dev.jvirt.flight.file;

import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.concurrent.TimeUnit;

/// The numbers of the format.
final class FlightFormat {
    /// What every file begins with: `JVFLIGHT`.
    static final long MAGIC = 0x4a56_464c_4947_4854L;

    static final int VERSION = 1;

    /// The data of streams were kept.
    static final int STREAMS = 1;

    static final int ABOUT_MAX = 4096;

    /// The kinds of entries beside the two directions.
    static final int NOTE = 2;

    /// What stands in an entry before its text or frame: kind, descriptors, nothing, time.
    static final int ENTRY_HEADER = 12;

    static final int LARGEST_ENTRY =
            ENTRY_HEADER + Integer.BYTES + XdrWriter.LARGEST_FRAME + Frames.OVERHEAD;

    static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private FlightFormat() {}
}
