package dev.jvirt.host.kernel;

import dev.jvirt.host.SystemException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// System calls by their numbers.
///
/// A call that waits holds its thread, also a virtual one's carrier: wait with
/// [dev.jvirt.host.io.Readiness] first.
public enum SystemCall {
    READ(0, 63),
    WRITE(1, 64),
    CLOSE(3, 57),
    MMAP(9, 222),
    MPROTECT(10, 226),
    MUNMAP(11, 215),
    IOCTL(16, 29),
    SOCKET(41, 198),
    SENDTO(44, 206),
    SENDMSG(46, 211),
    RECVMSG(47, 212),
    BIND(49, 200),
    LISTEN(50, 201),
    SOCKETPAIR(53, 199),
    SETSOCKOPT(54, 208),
    GETSOCKOPT(55, 209),
    KILL(62, 129),
    UNAME(63, 160),
    FCNTL(72, 25),
    FCHMOD(91, 52),
    UMASK(95, 166),
    GETUID(102, 174),
    GETGID(104, 176),
    EPOLL_CTL(233, 21),
    WAITID(247, 95),
    OPENAT(257, 56),
    PPOLL(271, 73),
    UNSHARE(272, 97),
    EPOLL_PWAIT(281, 22),
    EPOLL_CREATE1(291, 20),
    PIPE2(293, 59),
    PRLIMIT(302, 261),
    MEMFD_CREATE(319, 279),
    PIDFD_SEND_SIGNAL(424, 424),
    PIDFD_OPEN(434, 434);

    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    private final long number;

    /// @param x86 its number on x86_64
    /// @param arm its number on aarch64, and on every newer architecture
    SystemCall(int x86, int arm) {
        number = isArm() ? arm : x86;
    }

    private static boolean isArm() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    /// Whether this is not x86_64: a few structures differ.
    public static boolean onArm() {
        return ARM;
    }

    /// Makes the call; once more if a signal came in between.
    ///
    /// @return what the kernel returned, never -1
    /// @throws SystemException what the kernel refused
    public long call(long... arguments) throws SystemException {
        while (true) {
            long result = tryCall(arguments);
            if (result >= 0) {
                return result;
            }
            if (-result != Errno.EINTR) {
                throw new SystemException((int) -result, name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    /// Makes the call.
    ///
    /// @return what the kernel returned, or the negative error number
    public long tryCall(long... arguments) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Native.STATE);
            long result =
                    (long)
                            Native.SYSCALL.invokeExact(
                                    state,
                                    number,
                                    argument(arguments, 0),
                                    argument(arguments, 1),
                                    argument(arguments, 2),
                                    argument(arguments, 3),
                                    argument(arguments, 4),
                                    argument(arguments, 5));
            return result == -1 ? -(int) Native.ERRNO.get(state, 0L) : result;
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /// Memory for [#tryCall(MemorySegment, long, long, long)], which one call at a time may use.
    public static MemorySegment callMemory(Arena arena) {
        return arena.allocate(Native.STATE);
    }

    /// Makes a call of three arguments and allocates nothing.
    ///
    /// @return what the kernel returned, or the negative error number
    public long tryCall(MemorySegment memory, long first, long second, long third) {
        try {
            long result =
                    (long)
                            Native.SYSCALL.invokeExact(
                                    memory, number, first, second, third, 0L, 0L, 0L);
            return result == -1 ? -(int) Native.ERRNO.get(memory, 0L) : result;
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static long argument(long[] arguments, int index) {
        return index < arguments.length ? arguments[index] : 0;
    }

    /// Holds the linked function, so that it is linked at the first call.
    private static final class Native {
        private static final StructLayout STATE = Linker.Option.captureStateLayout();
        private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
        private static final MethodHandle SYSCALL =
                Linker.nativeLinker()
                        .downcallHandle(
                                Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG,
                                        ValueLayout.JAVA_LONG),
                                Linker.Option.captureCallState("errno"),
                                Linker.Option.firstVariadicArg(1));
    }
}
