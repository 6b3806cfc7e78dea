package dev.jvirt.host;

import dev.jvirt.host.kernel.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The name of this host.
public final class Hostname {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
    private static final int AI_CANONNAME = 2;

    private Hostname() {}

    /// The name by which others find this host: with its domain, if that can be found out.
    public static String name() throws IOException {
        String own = Files.readString(KERNEL).strip();
        if (own.startsWith("localhost") || own.contains(".")) {
            return own;
        }
        // To say that a name stands for this machine alone is of no use to others.
        return canonical(own).filter(name -> !name.startsWith("localhost")).orElse(own);
    }

    /// What name services call it. They may take their time: a virtual thread waits outside.
    private static Optional<String> canonical(String name) {
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofPlatform().daemon().name("hostname").start(() -> answer.complete(lookUp(name)));
        return answer.join();
    }

    private static Optional<String> lookUp(String name) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment hints = arena.allocate(48, 8);
            hints.set(ValueLayout.JAVA_INT, 0, AI_CANONNAME);
            MemorySegment result = arena.allocate(ValueLayout.ADDRESS);
            int error =
                    (int)
                            Native.GETADDRINFO.invokeExact(
                                    arena.allocateFrom(name), MemorySegment.NULL, hints, result);
            if (error != 0) {
                return Optional.empty();
            }
            MemorySegment first = result.get(ValueLayout.ADDRESS, 0).reinterpret(48);
            MemorySegment canonical = first.get(ValueLayout.ADDRESS, 32);
            Optional<String> found =
                    canonical.address() == 0
                            ? Optional.empty()
                            : Optional.of(CLibrary.text(canonical));
            Native.FREEADDRINFO.invokeExact(first);
            return found;
        } catch (Throwable unexpected) {
            return Optional.empty();
        }
    }

    private static final class Native {
        private static final MethodHandle GETADDRINFO =
                CLibrary.returningInt(
                        "getaddrinfo",
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS);
        private static final MethodHandle FREEADDRINFO =
                CLibrary.returningNothing("freeaddrinfo", ValueLayout.ADDRESS);
    }
}
