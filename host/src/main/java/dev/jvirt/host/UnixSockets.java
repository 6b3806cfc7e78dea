package dev.jvirt.host;

import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.kernel.Errno;
import dev.jvirt.host.kernel.SystemCall;
import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.SocketReading;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Who is at the other end of a unix socket, and descriptors that travel through it.
///
/// Whoever calls sees to it that the channel is not closed meanwhile.
public final class UnixSockets implements SocketHost {
    private static final int SOL_SOCKET = 1;
    private static final int SO_PEERCRED = 17;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;

    /// Links native calls on a thread of its own, so that the first client need not wait for it.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("native-calls").start(SystemCall.GETUID::tryCall);
    }

    @Override
    public PeerCredentials peerCredentials(SocketChannel channel) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment credentials = arena.allocate(ValueLayout.JAVA_INT, 3);
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, 12);
            SystemCall.GETSOCKOPT.call(
                    SocketNumber.of(channel),
                    SOL_SOCKET,
                    SO_PEERCRED,
                    credentials.address(),
                    size.address());
            return new PeerCredentials(
                    credentials.getAtIndex(ValueLayout.JAVA_INT, 0),
                    credentials.getAtIndex(ValueLayout.JAVA_INT, 1),
                    credentials.getAtIndex(ValueLayout.JAVA_INT, 2));
        }
    }

    @Override
    public void restrictToIpv6(ServerSocketChannel channel) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment yes = arena.allocateFrom(ValueLayout.JAVA_INT, 1);
            SystemCall.SETSOCKOPT.call(
                    SocketNumber.of(channel), IPPROTO_IPV6, IPV6_V6ONLY, yes.address(), 4);
        }
    }

    @Override
    public boolean sendDescriptor(SocketChannel channel, int descriptor) throws IOException {
        int socket = SocketNumber.of(channel);
        try (var arena = Arena.ofConfined()) {
            var message = new DescriptorMessage(arena);
            message.put(descriptor);
            return transfer(SystemCall.SENDMSG, socket, message, MSG_NOSIGNAL) >= 0;
        }
    }

    @Override
    public int receiveDescriptor(SocketChannel channel) throws IOException {
        int socket = SocketNumber.of(channel);
        try (var arena = Arena.ofConfined()) {
            var message = new DescriptorMessage(arena);
            long count = transfer(SystemCall.RECVMSG, socket, message, MSG_CMSG_CLOEXEC);
            if (count < 0) {
                return -1;
            }
            if (count == 0) {
                throw new IOException("the peer closed the connection instead of passing a file");
            }
            return message.take().orElseThrow(() -> missing(message));
        }
    }

    private static IOException missing(DescriptorMessage message) {
        return message.isTruncated()
                ? new SystemException(Errno.EMFILE, "recvmsg")
                : new IOException("the peer passed no file with its byte");
    }

    @Override
    public SocketReading reading() {
        var memory = new ReadingMemory();
        return channel -> {
            int socket = SocketNumber.of(channel);
            return (into, descriptor) -> memory.read(socket, into, descriptor);
        };
    }

    /// @return how many bytes; -1 if that would have to wait
    private static long transfer(SystemCall call, int socket, DescriptorMessage message, int flags)
            throws IOException {
        while (true) {
            long count = call.tryCall(socket, message.address(), MSG_DONTWAIT | flags);
            if (count >= 0) {
                return count;
            }
            if (-count == Errno.EAGAIN) {
                return -1;
            }
            if (-count != Errno.EINTR) {
                throw new SystemException((int) -count, "sendmsg or recvmsg");
            }
        }
    }

    @Override
    public int duplicateDescriptor(int descriptor) throws IOException {
        return Descriptor.of(descriptor).duplicate(0).number();
    }

    @Override
    public void closeDescriptor(int descriptor) {
        Descriptor.of(descriptor).close();
    }
}
