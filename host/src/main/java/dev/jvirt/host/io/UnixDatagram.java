package dev.jvirt.host.io;

import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// One message to a unix socket that takes datagrams, which Java has none of.
public final class UnixDatagram {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 02000000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int FAMILY_LENGTH = 2;

    /// The size of `sun_path`.
    private static final int NAME_LIMIT = 108;

    private UnixDatagram() {}

    /// Sends a message. Waits if the socket is full.
    ///
    /// @param address an absolute path, or `@` and a name that stands in no file system
    /// @throws IOException if nobody has a socket there
    public static void send(String address, String message) throws IOException {
        byte[] name = name(address);
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        int number = (int) SystemCall.SOCKET.call(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        try (var socket = Descriptor.of(number);
                var arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(FAMILY_LENGTH + NAME_LIMIT, 8);
            to.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(name, 0, to, ValueLayout.JAVA_BYTE, FAMILY_LENGTH, name.length);
            SystemCall.SENDTO.call(
                    socket.number(),
                    arena.allocateFrom(ValueLayout.JAVA_BYTE, content).address(),
                    content.length,
                    MSG_NOSIGNAL,
                    to.address(),
                    FAMILY_LENGTH + name.length);
        }
    }

    private static byte[] name(String address) throws IOException {
        if (!address.startsWith("/") && !address.startsWith("@")) {
            throw new IOException("'%s' is neither a path nor a name".formatted(address));
        }
        byte[] name = address.getBytes(StandardCharsets.UTF_8);
        if (name.length < 2 || name.length >= NAME_LIMIT) {
            throw new IOException("'%s' is no name of a socket".formatted(address));
        }
        if (name[0] == '@') {
            name[0] = 0;
        }
        return name;
    }
}
