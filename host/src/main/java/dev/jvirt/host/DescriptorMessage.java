package dev.jvirt.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalInt;

/// The memory of a message (`struct msghdr`) whose last byte may carry one descriptor.
final class DescriptorMessage {
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_CTRUNC = 8;

    private static final int CONTROL_HEADER = 16;

    /// Room for one descriptor, so that the kernel gives us no other.
    private static final int CONTROL_LENGTH = CONTROL_HEADER + 4;

    private final MemorySegment header;
    private final MemorySegment vector;
    private final MemorySegment control;

    /// A message of one zero byte, which can also receive.
    DescriptorMessage(Arena arena) {
        this(arena, arena.allocate(1));
    }

    /// A message with that content.
    DescriptorMessage(Arena arena, MemorySegment content) {
        vector = arena.allocate(16, 8);
        vector.set(ValueLayout.JAVA_LONG, 0, content.address());
        control = arena.allocate(24, 8);
        header = arena.allocate(56, 8);
        header.set(ValueLayout.JAVA_LONG, 16, vector.address());
        header.set(ValueLayout.JAVA_LONG, 24, 1);
        header.set(ValueLayout.JAVA_LONG, 32, control.address());
        expect((int) content.byteSize());
    }

    /// Makes it ready to receive, again, that many bytes at most.
    void expect(int bytes) {
        vector.set(ValueLayout.JAVA_LONG, 8, bytes);
        header.set(ValueLayout.JAVA_LONG, 40, CONTROL_LENGTH);
    }

    long address() {
        return header.address();
    }

    void put(int descriptor) {
        control.set(ValueLayout.JAVA_LONG, 0, CONTROL_LENGTH);
        control.set(ValueLayout.JAVA_INT, 8, SOL_SOCKET);
        control.set(ValueLayout.JAVA_INT, 12, SCM_RIGHTS);
        control.set(ValueLayout.JAVA_INT, CONTROL_HEADER, descriptor);
    }

    /// Whether something was carried that could not be received: this process has too many open
    /// files.
    boolean isTruncated() {
        return (header.get(ValueLayout.JAVA_INT, 48) & MSG_CTRUNC) != 0;
    }

    /// What was received.
    OptionalInt take() {
        boolean carries =
                header.get(ValueLayout.JAVA_LONG, 40) >= CONTROL_LENGTH
                        && control.get(ValueLayout.JAVA_LONG, 0) >= CONTROL_LENGTH
                        && control.get(ValueLayout.JAVA_INT, 8) == SOL_SOCKET
                        && control.get(ValueLayout.JAVA_INT, 12) == SCM_RIGHTS;
        return carries
                ? OptionalInt.of(control.get(ValueLayout.JAVA_INT, CONTROL_HEADER))
                : OptionalInt.empty();
    }
}
