package dev.jvirt.flight.dump;

import dev.jvirt.flight.file.Entry;
import dev.jvirt.flight.file.Flight;
import dev.jvirt.flight.file.Note;
import dev.jvirt.flight.file.RecordedFrame;
import java.io.PrintStream;
import java.util.Locale;

/// A recording as text.
public final class FlightText {
    private static final double NANOS = 1e9;

    private FlightText() {}

    /// Prints what a recording is about, and each of its entries.
    public static void print(Flight flight, DumpOptions options, PrintStream out) {
        out.println("# " + flight.about());
        String streams = flight.streams() ? "" : "; the data of streams were not kept";
        out.println("# began " + flight.began() + streams);
        for (Entry entry : flight.entries()) {
            out.print(of(entry, options));
        }
        if (!flight.complete()) {
            out.println("# the file ends within an entry");
        }
    }

    /// An entry.
    static String of(Entry entry, DumpOptions options) {
        var out = new StringBuilder();
        switch (entry) {
            case RecordedFrame frame -> new MessageText(out, options).add(frame);
            case Note note ->
                    out.append(
                            String.format(
                                    Locale.ROOT,
                                    "%12.6f -- %s%n",
                                    note.nanos() / NANOS,
                                    note.text()));
        }
        return out.toString();
    }
}
