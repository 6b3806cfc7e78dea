package dev.jvirt.host.io;

import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// Pseudo terminals, on which guests have their consoles.
public final class Pty {
    private static final int TCGETS = 0x5401;
    private static final int TCSETS = 0x5402;
    private static final int TIOCGPTN = 0x80045430;
    private static final int TIOCSPTLCK = 0x40045431;
    private static final int TERMIOS_SIZE = 64;

    private Pty() {}

    /// Opens the end of a terminal that has a name, for bytes as they are: no echo, no lines, no
    /// translation.
    ///
    /// @param path for example `/dev/pts/3`
    public static DescriptorChannel open(Path path) throws IOException {
        Descriptor descriptor = Descriptor.openDevice(path);
        try {
            setRaw(descriptor);
            return new DescriptorChannel(descriptor);
        } catch (IOException failure) {
            descriptor.close();
            throw failure;
        }
    }

    /// A new terminal.
    ///
    /// @param master the end without a name
    /// @param path the name of the other end
    public record Pair(Descriptor master, Path path) {}

    /// Makes a terminal.
    public static Pair create() throws IOException {
        Descriptor master = Descriptor.openDevice(Path.of("/dev/ptmx"));
        try (var arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
            SystemCall.IOCTL.call(master.number(), TIOCSPTLCK, number.address());
            SystemCall.IOCTL.call(master.number(), TIOCGPTN, number.address());
            return new Pair(master, Path.of("/dev/pts/" + number.get(ValueLayout.JAVA_INT, 0)));
        } catch (IOException failure) {
            master.close();
            throw failure;
        }
    }

    /// Switches everything off that a terminal does with the bytes that pass.
    public static void setRaw(Descriptor terminal) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment settings = arena.allocate(TERMIOS_SIZE, 8);
            SystemCall.IOCTL.call(terminal.number(), TCGETS, settings.address());
            clear(settings, 0, 02753); // IGNBRK BRKINT PARMRK ISTRIP INLCR IGNCR ICRNL IXON
            clear(settings, 4, 01); // OPOST
            clear(settings, 8, 0460); // CSIZE PARENB
            settings.set(ValueLayout.JAVA_INT, 8, settings.get(ValueLayout.JAVA_INT, 8) | 060);
            clear(settings, 12, 0100113); // ISIG ICANON ECHO ECHONL IEXTEN
            SystemCall.IOCTL.call(terminal.number(), TCSETS, settings.address());
        }
    }

    private static void clear(MemorySegment settings, long word, int bits) {
        settings.set(ValueLayout.JAVA_INT, word, settings.get(ValueLayout.JAVA_INT, word) & ~bits);
    }
}
