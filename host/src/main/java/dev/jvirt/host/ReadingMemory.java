package dev.jvirt.host;

import dev.jvirt.host.kernel.Errno;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/// The memory that one thread reads its sockets through. The kernel gives no bytes behind one that
/// carries a descriptor, so a read may ask for more than one message.
final class ReadingMemory {
    private static final int ROOM = 256 << 10;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;

    private final MemorySegment call;
    private final DescriptorMessage message;
    private final ByteBuffer content;

    ReadingMemory() {
        Arena arena = Arena.ofAuto();
        MemorySegment room = arena.allocate(ROOM);
        call = SystemCall.callMemory(arena);
        message = new DescriptorMessage(arena, room);
        content = room.asByteBuffer();
    }

    /// Reads what is there, as [dev.jvirt.rpc.SocketReader] says.
    int read(int socket, ByteBuffer into, IntConsumer descriptor) throws IOException {
        message.expect(Math.min(into.remaining(), ROOM));
        int count = receive(socket);
        if (count > 0) {
            into.put(content.limit(count).position(0));
            message.take().ifPresent(descriptor);
        }
        return count;
    }

    private int receive(int socket) throws IOException {
        while (true) {
            long count =
                    SystemCall.RECVMSG.tryCall(
                            call, socket, message.address(), MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
            if (count > 0) {
                return (int) count;
            }
            if (count == 0) {
                return -1;
            }
            if (-count == Errno.EAGAIN) {
                return 0;
            }
            if (-count != Errno.EINTR) {
                throw new SystemException((int) -count, "recvmsg");
            }
        }
    }
}
