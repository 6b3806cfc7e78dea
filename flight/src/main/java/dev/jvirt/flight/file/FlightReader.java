package dev.jvirt.flight.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a recording. Nothing in it is believed: it may come from anywhere.
final class FlightReader {
    private final DataInputStream in;

    FlightReader(DataInputStream in) {
        this.in = in;
    }

    Flight read() throws IOException {
        Instant began;
        boolean streams;
        String about;
        try {
            if (in.readLong() != FlightFormat.MAGIC) {
                throw new IOException("not a recording");
            }
            int version = in.readInt();
            if (version != FlightFormat.VERSION) {
                throw new IOException(
                        "a recording of format %d, and this program knows format %d"
                                .formatted(version, FlightFormat.VERSION));
            }
            streams = (in.readInt() & FlightFormat.STREAMS) != 0;
            began = Instant.EPOCH.plusNanos(in.readLong());
            about = new String(bytes(length(0, FlightFormat.ABOUT_MAX)), UTF_8);
        } catch (EOFException e) {
            throw new IOException("not a recording: it ends within its header", e);
        }
        var entries = new ArrayList<Entry>();
        boolean complete = readEntries(entries);
        return new Flight(began, streams, about, entries, complete);
    }

    /// @return false if the file ends within an entry
    private boolean readEntries(List<Entry> entries) throws IOException {
        try {
            while (true) {
                int first = in.read();
                if (first < 0) {
                    return true;
                }
                int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
                byte[] bytes =
                        bytes(
                                checked(
                                        length,
                                        FlightFormat.ENTRY_HEADER,
                                        FlightFormat.LARGEST_ENTRY));
                entry(ByteBuffer.wrap(bytes)).ifPresent(entries::add);
            }
        } catch (EOFException e) {
            return false;
        }
    }

    /// The entry, unless it is of a kind that this version does not know.
    private static Optional<Entry> entry(ByteBuffer in) throws IOException {
        int kind = in.get();
        in.position(in.position() + 3);
        long nanos = in.getLong();
        if (kind == FlightFormat.NOTE) {
            return Optional.of(new Note(nanos, UTF_8.decode(in).toString()));
        }
        if (kind < 0 || kind > FlightFormat.NOTE) {
            return Optional.empty();
        }
        if (in.remaining() < Integer.BYTES + Frames.OVERHEAD) {
            throw new IOException("broken recording: a frame without header");
        }
        int size = checked(in.getInt(), in.remaining(), XdrWriter.LARGEST_FRAME);
        byte[] stored = new byte[in.remaining()];
        in.get(stored);
        return Optional.of(new RecordedFrame(Direction.values()[kind], nanos, size, stored));
    }

    private int length(int least, int most) throws IOException {
        return checked(in.readInt(), least, most);
    }

    private static int checked(int length, int least, int most) throws IOException {
        if (length < least || length > most) {
            throw new IOException(
                    "broken recording: a length of " + Integer.toUnsignedString(length));
        }
        return length;
    }

    /// What is there, before memory is taken for what is announced.
    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }
}
