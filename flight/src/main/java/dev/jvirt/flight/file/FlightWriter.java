package dev.jvirt.flight.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/// Writes a recording. Not thread-safe.
public final class FlightWriter implements AutoCloseable {
    private final FileChannel file;

    private FlightWriter(FileChannel file) {
        this.file = file;
    }

    /// Makes a file that only its owner can read.
    ///
    /// @throws IOException also if there is one already
    public static FlightWriter create(Path path, Instant began, boolean streams, String about)
            throws IOException {
        var onlyOurs =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var writer =
                new FlightWriter(
                        FileChannel.open(
                                path,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                onlyOurs));
        writer.writeHeader(began, streams, about);
        return writer;
    }

    private void writeHeader(Instant began, boolean streams, String about) throws IOException {
        byte[] text = about.getBytes(UTF_8);
        if (text.length > FlightFormat.ABOUT_MAX) {
            text = Arrays.copyOf(text, FlightFormat.ABOUT_MAX);
        }
        var out = ByteBuffer.allocate(2 * Long.BYTES + 3 * Integer.BYTES + text.length);
        out.putLong(FlightFormat.MAGIC).putInt(FlightFormat.VERSION);
        out.putInt(streams ? FlightFormat.STREAMS : 0);
        out.putLong(began.getEpochSecond() * FlightFormat.NANOS_PER_SECOND + began.getNano());
        out.putInt(text.length).put(text);
        write(out);
    }

    /// Adds an entry, in one piece.
    public void write(Entry entry) throws IOException {
        switch (entry) {
            case RecordedFrame frame -> writeFrame(frame);
            case Note note -> writeNote(note);
        }
    }

    private void writeFrame(RecordedFrame frame) throws IOException {
        byte[] stored = frame.stored();
        var out = entry(Integer.BYTES + stored.length);
        out.put((byte) frame.direction().ordinal()).put((byte) frame.descriptors());
        out.putShort((short) 0).putLong(frame.nanos());
        out.putInt(frame.size()).put(stored);
        write(out);
    }

    private void writeNote(Note note) throws IOException {
        byte[] text = note.text().getBytes(UTF_8);
        var out = entry(text.length);
        out.put((byte) FlightFormat.NOTE).put((byte) 0).putShort((short) 0);
        out.putLong(note.nanos()).put(text);
        write(out);
    }

    private static ByteBuffer entry(int length) {
        int whole = FlightFormat.ENTRY_HEADER + length;
        return ByteBuffer.allocate(Integer.BYTES + whole).putInt(whole);
    }

    private void write(ByteBuffer out) throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            file.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
