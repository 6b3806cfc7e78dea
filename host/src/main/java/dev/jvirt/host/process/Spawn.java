package dev.jvirt.host.process;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.kernel.CLibrary;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Starts one program. It has a thread of its own: the C library holds it until the child is the
/// program, and an umask can be had for a single thread.
final class Spawn {
    private static final int CLONE_FS = 0x200;
    private static final int LAST_STANDARD = 2;

    private final ProgramStart start;

    private Spawn(ProgramStart start) {
        this.start = start;
    }

    static ChildProcess start(ProgramStart start) throws IOException {
        require(start.program());
        if (SetPriv.isNeeded(start)) {
            require(SetPriv.program());
        }
        var result = new CompletableFuture<ChildProcess>();
        Thread.ofPlatform()
                .daemon()
                .name("start " + start.program().getFileName())
                .start(() -> new Spawn(start).run(result));
        try {
            return result.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IOException refused) {
                throw new IOException(refused.getMessage(), refused);
            }
            throw failure;
        }
    }

    private static void require(Path program) throws IOException {
        if (!Files.exists(program)) {
            throw refused(program, "No such file or directory");
        }
        if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
            throw refused(program, "Permission denied");
        }
    }

    private static IOException refused(Path program, String reason) {
        return new IOException("cannot execute binary %s: %s".formatted(program, reason));
    }

    private void run(CompletableFuture<ChildProcess> result) {
        try {
            result.complete(spawn());
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    private ChildProcess spawn() throws IOException {
        if (start.umask().isPresent()) {
            SystemCall.UNSHARE.call(CLONE_FS);
            SystemCall.UMASK.call(start.umask().getAsInt());
        }
        var copies = new ArrayList<Descriptor>();
        try (var arena = Arena.ofConfined();
                var actions = new FileActions(arena);
                var attributes = new SpawnAttributes(arena, start.hasOwnSession())) {
            addDescriptors(actions, copies);
            if (start.folder().isPresent()) {
                actions.changeFolder(start.folder().get().toString());
            }
            int pid = spawn(arena, actions, attributes);
            ChildProcess child = ChildProcess.watch(pid);
            limit(child, arena);
            return child;
        } finally {
            copies.forEach(Descriptor::close);
        }
    }

    /// What is given away is first copied out of the way: a number may be both one that we have and
    /// one that is asked for.
    private void addDescriptors(FileActions actions, List<Descriptor> copies) throws IOException {
        Map<Integer, Descriptor> given = start.descriptors();
        int last = given.keySet().stream().reduce(LAST_STANDARD, Math::max);
        var numbers = new java.util.TreeMap<Integer, Integer>();
        for (var entry : given.entrySet()) {
            Descriptor copy = entry.getValue().duplicate(last + 1);
            copies.add(copy);
            numbers.put(entry.getKey(), copy.number());
        }
        for (int number = 0; number <= last; number++) {
            Integer copy = numbers.get(number);
            if (copy != null) {
                actions.duplicate(copy, number);
            } else if (number <= LAST_STANDARD) {
                actions.openNull(number);
            } else {
                actions.close(number);
            }
        }
        // Much of what Java opens would stay open in the program.
        actions.closeFrom(last + 1);
    }

    private int spawn(Arena arena, FileActions actions, SpawnAttributes attributes)
            throws IOException {
        boolean indirect = SetPriv.isNeeded(start);
        Path program = indirect ? SetPriv.program() : start.program();
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(indirect ? SetPriv.arguments(start) : start.arguments());
        MemorySegment pid = arena.allocate(ValueLayout.JAVA_INT);
        MemorySegment name = arena.allocateFrom(program.toString());
        MemorySegment arguments = strings(arena, words);
        MemorySegment environment = strings(arena, environment());
        int error =
                Native.spawn(
                        pid, name, actions.memory(), attributes.memory(), arguments, environment);
        if (error != 0) {
            throw explain(program, error);
        }
        return pid.get(ValueLayout.JAVA_INT, 0);
    }

    private IOException explain(Path program, int error) {
        String text = SystemException.text(error);
        if (start.folder().isPresent() && !Files.isExecutable(start.folder().get())) {
            return new IOException(
                    "Unable to change to %s: %s".formatted(start.folder().get(), text));
        }
        return refused(program, text);
    }

    private List<String> environment() {
        return start.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    private static MemorySegment strings(Arena arena, List<String> strings) throws IOException {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, strings.size() + 1L);
        for (int i = 0; i < strings.size(); i++) {
            if (strings.get(i).indexOf('\0') >= 0) {
                // The program would see just what is before it.
                throw new IOException(
                        "zero byte in argument or environment: '%s'"
                                .formatted(strings.get(i).replace('\0', '?')));
            }
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(strings.get(i)));
        }
        return array;
    }

    private void limit(ChildProcess child, Arena arena) throws IOException {
        for (var limit : start.limits().entrySet()) {
            MemorySegment values = arena.allocate(ValueLayout.JAVA_LONG, 2);
            values.setAtIndex(ValueLayout.JAVA_LONG, 0, limit.getValue());
            values.setAtIndex(ValueLayout.JAVA_LONG, 1, limit.getValue());
            try {
                SystemCall.PRLIMIT.call(child.pid(), limit.getKey().number(), values.address(), 0);
            } catch (SystemException refused) {
                if (child.isAlive()) {
                    child.kill();
                    throw new IOException(
                            "cannot limit process %d (%s): %s"
                                    .formatted(child.pid(), limit.getKey(), refused.getMessage()),
                            refused);
                }
            }
        }
    }

    private static final class Native {
        private static final MethodHandle POSIX_SPAWN =
                CLibrary.returningInt(
                        "posix_spawn",
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS);

        /// @return an error number, or 0
        private static int spawn(MemorySegment... arguments) {
            try {
                return (int) POSIX_SPAWN.invokeWithArguments((Object[]) arguments);
            } catch (Throwable unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }
}
