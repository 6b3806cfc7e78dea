package dev.jvirt.host.io;

import dev.jvirt.host.kernel.SystemCall;
import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.spi.SelectorProvider;

/// A listening socket that this process was started with.
///
/// Java takes over only descriptor 0. The JDK can make a channel of any other, for modules that
/// `sun.nio.ch` is open to, as in our launchers.
public final class InheritedSocket {
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SO_ACCEPTCONN = 30;
    private static final int SO_DOMAIN = 39;
    private static final int SOCK_STREAM = 1;
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;

    private InheritedSocket() {}

    /// Takes over a descriptor; programs that this process starts do not get it.
    ///
    /// @return a channel that is bound and listens; closing it leaves the name of a unix socket
    /// @throws IOException if the descriptor is no socket that listens for connections
    public static ServerSocketChannel open(int descriptor) throws IOException {
        if (option(descriptor, SO_TYPE) != SOCK_STREAM) {
            throw new IOException("it is no socket for connections");
        }
        if (option(descriptor, SO_ACCEPTCONN) == 0) {
            throw new IOException("it does not listen");
        }
        ProtocolFamily family = family(option(descriptor, SO_DOMAIN));
        SystemCall.FCNTL.call(descriptor, F_SETFD, FD_CLOEXEC);
        return channel(descriptor, family);
    }

    private static ProtocolFamily family(int domain) throws IOException {
        return switch (domain) {
            case AF_UNIX -> StandardProtocolFamily.UNIX;
            case AF_INET -> StandardProtocolFamily.INET;
            case AF_INET6 -> StandardProtocolFamily.INET6;
            default -> throw new IOException("its address family is %d".formatted(domain));
        };
    }

    private static int option(int descriptor, int option) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, 4);
            SystemCall.GETSOCKOPT.call(
                    descriptor, SOL_SOCKET, option, value.address(), size.address());
            return value.get(ValueLayout.JAVA_INT, 0);
        }
    }

    private static ServerSocketChannel channel(int descriptor, ProtocolFamily family)
            throws IOException {
        try {
            Class<?> type = Class.forName("sun.nio.ch.ServerSocketChannelImpl");
            Class<?> descriptors = Class.forName("sun.nio.ch.IOUtil");
            var inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle number =
                    inside.findStatic(
                            descriptors,
                            "newFD",
                            MethodType.methodType(FileDescriptor.class, int.class));
            MethodHandle channel =
                    inside.findConstructor(
                            type,
                            MethodType.methodType(
                                    void.class,
                                    SelectorProvider.class,
                                    ProtocolFamily.class,
                                    FileDescriptor.class,
                                    boolean.class));
            return (ServerSocketChannel)
                    channel.invoke(
                            SelectorProvider.provider(), family, number.invoke(descriptor), true);
        } catch (ReflectiveOperationException closed) {
            throw new IOException("this JVM makes no channels of descriptors", closed);
        } catch (IOException e) {
            throw e;
        } catch (Throwable odd) {
            // A unix socket whose name is no path, for example.
            throw new IOException(odd.getMessage(), odd);
        }
    }
}
