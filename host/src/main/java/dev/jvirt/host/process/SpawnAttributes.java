package dev.jvirt.host.process;

import dev.jvirt.host.kernel.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What a child is before it becomes the program (`posix_spawnattr_t`): no signal is blocked or
/// ignored, whatever the Java machine does with them.
final class SpawnAttributes implements AutoCloseable {
    /// More than any C library's structure takes.
    private static final int SIZE = 1024;

    private static final int SIGNAL_SET_SIZE = 128;

    /// All signals but the two that the C library keeps for itself.
    private static final long ALL_SIGNALS = ~(3L << 31);

    private static final short SETSIGDEF = 4;
    private static final short SETSIGMASK = 8;
    private static final short SETSID = 0x80;

    private final MemorySegment attributes;

    SpawnAttributes(Arena arena, boolean ownSession) {
        attributes = arena.allocate(SIZE, 16);
        MemorySegment none = arena.allocate(SIGNAL_SET_SIZE, 8);
        MemorySegment all = arena.allocate(SIGNAL_SET_SIZE, 8);
        all.set(ValueLayout.JAVA_LONG, 0, ALL_SIGNALS);
        int flags = SETSIGDEF | SETSIGMASK | (ownSession ? SETSID : 0);
        try {
            int errors = (int) Native.INIT.invokeExact(attributes);
            errors |= (int) Native.SET_MASK.invokeExact(attributes, none);
            errors |= (int) Native.SET_DEFAULT.invokeExact(attributes, all);
            errors |= (int) Native.SET_FLAGS.invokeExact(attributes, (short) flags);
            if (errors != 0) {
                throw new UnsupportedOperationException("the C library refused the flags " + flags);
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    MemorySegment memory() {
        return attributes;
    }

    @Override
    public void close() {
        try {
            int unused = (int) Native.DESTROY.invokeExact(attributes);
            assert unused == 0;
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static final class Native {
        private static final MethodHandle INIT = function("posix_spawnattr_init");
        private static final MethodHandle DESTROY = function("posix_spawnattr_destroy");
        private static final MethodHandle SET_MASK = setter("posix_spawnattr_setsigmask");
        private static final MethodHandle SET_DEFAULT = setter("posix_spawnattr_setsigdefault");
        private static final MethodHandle SET_FLAGS =
                CLibrary.returningInt(
                        "posix_spawnattr_setflags", ValueLayout.ADDRESS, ValueLayout.JAVA_SHORT);

        private static MethodHandle function(String name) {
            return CLibrary.returningInt(name, ValueLayout.ADDRESS);
        }

        private static MethodHandle setter(String name) {
            return CLibrary.returningInt(name, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        }
    }
}
