package dev.jvirt.host.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the kernel tells about a process or a thread (`/proc/PID/stat`).
///
/// @param name the program's name, at most 15 bytes
/// @param state `R` running, `S` sleeping, `D` waiting for a device, `T` stopped, `Z` ended, ...
/// @param userTime nanoseconds that it ran outside of the kernel
/// @param systemTime nanoseconds that it ran in the kernel
/// @param startTime when it started, in clock ticks since the host did
/// @param residentMemory bytes of its memory that are present
/// @param processor where it ran last
public record ProcessStat(
        String name,
        char state,
        long userTime,
        long systemTime,
        long startTime,
        long residentMemory,
        int processor) {
    private static final Path PROC = Path.of("/proc");

    /// What every Linux tells user space, whatever the kernel itself counts in.
    private static final long NANOSECONDS_PER_TICK = 10_000_000;

    private static final int NAME = 1;
    private static final int STATE = 2;
    private static final int USER_TIME = 13;
    private static final int SYSTEM_TIME = 14;
    private static final int START_TIME = 21;
    private static final int RESIDENT_PAGES = 23;
    private static final int PROCESSOR = 38;

    /// About a process, in all its threads.
    ///
    /// @throws IOException if there is none of that number
    public static ProcessStat read(int pid) throws IOException {
        return read(PROC.resolve(Integer.toString(pid)).resolve("stat"));
    }

    /// About one thread of a process.
    public static ProcessStat read(int pid, int thread) throws IOException {
        return read(PROC.resolve("%d/task/%d/stat".formatted(pid, thread)));
    }

    private static ProcessStat read(Path file) throws IOException {
        try {
            // A name may have any bytes.
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            throw new IOException("there is no process " + file.getParent(), gone);
        }
    }

    /// Reads the line.
    ///
    /// @throws IOException if it is not such a line
    public static ProcessStat parse(String line) throws IOException {
        List<String> fields = fields(line);
        if (fields.size() <= PROCESSOR) {
            throw malformed(line);
        }
        try {
            return new ProcessStat(
                    fields.get(NAME),
                    fields.get(STATE).charAt(0),
                    Long.parseUnsignedLong(fields.get(USER_TIME)) * NANOSECONDS_PER_TICK,
                    Long.parseUnsignedLong(fields.get(SYSTEM_TIME)) * NANOSECONDS_PER_TICK,
                    Long.parseUnsignedLong(fields.get(START_TIME)),
                    Long.parseLong(fields.get(RESIDENT_PAGES)) * PageSize.BYTES,
                    Integer.parseInt(fields.get(PROCESSOR)));
        } catch (NumberFormatException failure) {
            throw malformed(line);
        }
    }

    /// The fields of the line. The name, which is the second, stands in parentheses and may have
    /// parentheses, blanks and line breaks of its own.
    public static List<String> fields(String line) throws IOException {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 0 || close < open) {
            throw malformed(line);
        }
        var fields = new ArrayList<String>();
        fields.add(line.substring(0, open).strip());
        fields.add(line.substring(open + 1, close));
        fields.addAll(List.of(line.substring(close + 1).strip().split(" ")));
        return fields;
    }

    private static IOException malformed(String line) {
        return new IOException("cannot parse the state of a process: '%s'".formatted(line.strip()));
    }
}
