package dev.jvirt.host.process;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.kernel.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What a child does with its descriptors and folder before it becomes the program
/// (`posix_spawn_file_actions_t`).
final class FileActions implements AutoCloseable {
    /// More than any C library's structure takes.
    private static final int SIZE = 512;

    private static final int O_RDWR = 2;

    private final Arena arena;
    private final MemorySegment actions;

    FileActions(Arena arena) throws IOException {
        this.arena = arena;
        this.actions = arena.allocate(SIZE, 16);
        check("posix_spawn_file_actions_init", run(() -> (int) Native.INIT.invokeExact(actions)));
    }

    MemorySegment memory() {
        return actions;
    }

    void duplicate(int from, int to) throws IOException {
        check(
                "posix_spawn_file_actions_adddup2",
                run(() -> (int) Native.DUPLICATE.invokeExact(actions, from, to)));
    }

    void openNull(int number) throws IOException {
        MemorySegment name = arena.allocateFrom("/dev/null");
        check(
                "posix_spawn_file_actions_addopen",
                run(() -> (int) Native.OPEN.invokeExact(actions, number, name, O_RDWR, 0)));
    }

    /// Closes a descriptor, if it is open.
    void close(int number) throws IOException {
        check(
                "posix_spawn_file_actions_addclose",
                run(() -> (int) Native.CLOSE.invokeExact(actions, number)));
    }

    /// Closes all descriptors from `number` on.
    void closeFrom(int number) throws IOException {
        check(
                "posix_spawn_file_actions_addclosefrom_np",
                run(() -> (int) Native.CLOSE_FROM.invokeExact(actions, number)));
    }

    void changeFolder(String folder) throws IOException {
        MemorySegment name = arena.allocateFrom(folder);
        check(
                "posix_spawn_file_actions_addchdir_np",
                run(() -> (int) Native.CHANGE_FOLDER.invokeExact(actions, name)));
    }

    @Override
    public void close() {
        int unused = run(() -> (int) Native.DESTROY.invokeExact(actions));
        assert unused == 0;
    }

    private interface Call {
        int call() throws Throwable;
    }

    private static int run(Call call) {
        try {
            return call.call();
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static void check(String function, int error) throws SystemException {
        if (error != 0) {
            throw new SystemException(error, function);
        }
    }

    private static final class Native {
        private static final MethodHandle INIT =
                CLibrary.returningInt("posix_spawn_file_actions_init", ValueLayout.ADDRESS);
        private static final MethodHandle DESTROY =
                CLibrary.returningInt("posix_spawn_file_actions_destroy", ValueLayout.ADDRESS);
        private static final MethodHandle DUPLICATE =
                CLibrary.returningInt(
                        "posix_spawn_file_actions_adddup2",
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT);
        private static final MethodHandle OPEN =
                CLibrary.returningInt(
                        "posix_spawn_file_actions_addopen",
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT);
        private static final MethodHandle CLOSE =
                CLibrary.returningInt(
                        "posix_spawn_file_actions_addclose",
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        private static final MethodHandle CLOSE_FROM =
                CLibrary.returningInt(
                        "posix_spawn_file_actions_addclosefrom_np",
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        private static final MethodHandle CHANGE_FOLDER =
                CLibrary.returningInt(
                        "posix_spawn_file_actions_addchdir_np",
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS);
    }
}
