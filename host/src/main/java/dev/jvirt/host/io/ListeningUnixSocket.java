package dev.jvirt.host.io;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A unix socket that listens, as a descriptor to be handed to another program, such as QEMU for
/// its monitor.
///
/// @param path where clients find it
public record ListeningUnixSocket(Descriptor descriptor, Path path) implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_CLOEXEC = 02000000;
    private static final int ENAMETOOLONG = 36;

    /// The size of `sun_path`, which ends with a zero byte.
    private static final int PATH_LIMIT = 108;

    /// Makes the socket, in the place of whatever has its name.
    ///
    /// @param mode who may connect; nobody else ever may
    public static ListeningUnixSocket open(Path path, int mode, int backlog) throws IOException {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length >= PATH_LIMIT) {
            throw new SystemException(ENAMETOOLONG, "bind");
        }
        Files.deleteIfExists(path);
        var descriptor =
                Descriptor.of((int) SystemCall.SOCKET.call(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        try {
            // The name gets the descriptor's mode, as far as the umask lets it through.
            SystemCall.FCHMOD.call(descriptor.number(), mode);
            bind(descriptor, name);
            Files.setAttribute(path, "unix:mode", mode);
            SystemCall.LISTEN.call(descriptor.number(), backlog);
            return new ListeningUnixSocket(descriptor, path);
        } catch (IOException failure) {
            descriptor.close();
            throw failure;
        }
    }

    private static void bind(Descriptor descriptor, byte[] name) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(2 + PATH_LIMIT, 8);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
            SystemCall.BIND.call(descriptor.number(), address.address(), 2L + name.length + 1);
        }
    }

    /// Stops listening; whoever got the descriptor goes on. The name stays.
    @Override
    public void close() {
        descriptor.close();
    }
}
