package dev.jvirt.host.audit;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/// The kernel's end of the audit trail: a netlink socket. [#lock] is held from a record to the
/// kernel's answer, which comes at once.
public final class KernelAudit implements AutoCloseable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 02000000;
    private static final int NETLINK_AUDIT = 9;
    private static final int REQUEST_WITH_ANSWER = 1 | 4;
    private static final int HEAD = 16;
    private static final int ANSWER = 1024;
    private static final short ERROR = 2;

    /// What the kernel takes of one record.
    private static final int MAX_TEXT = 8192;

    private final Descriptor socket;
    private final String program;
    private final ReentrantLock lock = new ReentrantLock();
    private int serial;

    private KernelAudit(Descriptor socket, String program) {
        this.socket = socket;
        this.program = program;
    }

    /// Opens the way to the kernel.
    ///
    /// @throws IOException if it has no audit trail
    public static KernelAudit open() throws IOException {
        var socket =
                Descriptor.of(
                        (int) SystemCall.SOCKET.call(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_AUDIT));
        return new KernelAudit(socket, AuditText.field("exe", program()));
    }

    private static String program() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/exe")).toString();
        } catch (IOException e) {
            return "?";
        }
    }

    /// Adds a record.
    ///
    /// @param type the kernel's number for what it is about
    /// @throws IOException if the kernel does not take it
    public void add(int type, boolean success, String text) throws IOException {
        String whole =
                "%s %s hostname=? addr=? terminal=? res=%s"
                        .formatted(text, program, success ? "success" : "failed");
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try (var arena = Arena.ofConfined()) {
            int size = Math.min(bytes.length, MAX_TEXT);
            MemorySegment message = arena.allocate(HEAD + size + 1, 4);
            message.set(ValueLayout.JAVA_INT, 0, HEAD + size + 1);
            message.set(ValueLayout.JAVA_SHORT, 4, (short) type);
            message.set(ValueLayout.JAVA_SHORT, 6, (short) REQUEST_WITH_ANSWER);
            message.set(ValueLayout.JAVA_INT, 8, ++serial);
            MemorySegment.copy(bytes, 0, message, ValueLayout.JAVA_BYTE, HEAD, size);
            SystemCall.WRITE.call(socket.number(), message.address(), message.byteSize());
            MemorySegment answer = arena.allocate(ANSWER, 4);
            SystemCall.READ.call(socket.number(), answer.address(), ANSWER);
            check(answer);
        } finally {
            lock.unlock();
        }
    }

    private static void check(MemorySegment answer) throws SystemException {
        int error = answer.get(ValueLayout.JAVA_INT, HEAD);
        if (answer.get(ValueLayout.JAVA_SHORT, 4) == ERROR && error != 0) {
            throw new SystemException(-error, "audit");
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
