package dev.jvirt.host;

import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/// The number of the descriptor below a channel, which Java keeps to itself.
///
/// The JDK tells it to modules that `sun.nio.ch` is exported to, as our launchers do. In other
/// people's processes we look for it: the channel's linger time, which means nothing to a unix
/// socket, is set to some odd value, and the descriptor that shows it is the one.
final class SocketNumber {
    private static final int SOL_SOCKET = 1;
    private static final int SO_LINGER = 13;
    private static final int LONGEST_LINGER = 0x7fff;

    private static final ReentrantLock MARKING = new ReentrantLock();

    private SocketNumber() {}

    /// The number, valid until the channel is closed.
    static int of(SocketChannel channel) throws IOException {
        Optional<MethodHandle> told = Told.NUMBER;
        return told.isPresent() ? ask(told.get(), channel) : find(channel);
    }

    /// The number of a listening socket, valid until the channel is closed.
    ///
    /// @throws IOException in other people's processes
    static int of(ServerSocketChannel channel) throws IOException {
        return ask(
                Told.NUMBER.orElseThrow(
                        () -> new IOException("the JDK tells no descriptors of its sockets")),
                channel);
    }

    private static int ask(MethodHandle number, Channel channel) {
        try {
            return (int) number.invoke(channel);
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /// Looks for the number among all open descriptors.
    static int find(SocketChannel channel) throws IOException {
        MARKING.lock();
        int before = channel.getOption(StandardSocketOptions.SO_LINGER);
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path entry : open) {
                int number = Integer.parseInt(entry.getFileName().toString());
                if (follows(number, channel)) {
                    return number;
                }
            }
        } finally {
            channel.setOption(StandardSocketOptions.SO_LINGER, before);
            MARKING.unlock();
        }
        throw new IOException("the descriptor of a socket was not found");
    }

    /// Whether the descriptor shows what is set on the channel. Another socket may by chance do so
    /// once.
    private static boolean follows(int number, SocketChannel channel) throws IOException {
        for (int i = 0; i < 2; i++) {
            int mark = 1 + ThreadLocalRandom.current().nextInt(LONGEST_LINGER);
            channel.setOption(StandardSocketOptions.SO_LINGER, mark);
            if (linger(number) != mark) {
                return false;
            }
        }
        return true;
    }

    /// @return -1 if it is no socket, or closes at once
    private static int linger(int number) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment linger = arena.allocate(ValueLayout.JAVA_INT, 2);
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, 8);
            long result =
                    SystemCall.GETSOCKOPT.tryCall(
                            number, SOL_SOCKET, SO_LINGER, linger.address(), size.address());
            boolean on = result == 0 && linger.getAtIndex(ValueLayout.JAVA_INT, 0) != 0;
            return on ? linger.getAtIndex(ValueLayout.JAVA_INT, 1) : -1;
        }
    }

    /// What the JDK tells about it.
    private static final class Told {
        private static final Optional<MethodHandle> NUMBER = find();

        private static Optional<MethodHandle> find() {
            try {
                Class<?> channel = Class.forName("sun.nio.ch.SelChImpl");
                return Optional.of(
                        MethodHandles.lookup()
                                .findVirtual(
                                        channel, "getFDVal", MethodType.methodType(int.class)));
            } catch (ReflectiveOperationException closed) {
                return Optional.empty();
            }
        }
    }
}
