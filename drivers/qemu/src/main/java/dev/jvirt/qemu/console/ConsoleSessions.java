package dev.jvirt.qemu.console;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Who is connected to the consoles of one running domain: at most one for each. Guarded by
/// [#lock].
public final class ConsoleSessions implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ConsoleSession> byPath = new HashMap<>();
    private boolean closed;

    /// Opens the host end of a console.
    interface Opening {
        ByteChannel open() throws IOException;
    }

    /// Connects to a console.
    ///
    /// @param path its host end
    /// @param force whether somebody else who is connected has to go
    /// @throws LibvirtException OPERATION_FAILED if somebody else is connected
    ConsoleSession open(String path, boolean force, Opening opening) {
        lock.lock();
        try {
            if (closed) {
                throw new LibvirtException(
                        ErrorDomain.QEMU, ErrorCode.OPERATION_INVALID, "domain is not running");
            }
            ConsoleSession other = byPath.get(path);
            if (other != null && !force) {
                throw new LibvirtException(
                        ErrorDomain.QEMU,
                        ErrorCode.OPERATION_FAILED,
                        "Active console session exists for this domain");
            }
            if (other != null) {
                other.abort();
            }
            var session = new ConsoleSession(this, path, opening.open());
            byPath.put(path, session);
            return session;
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "unable to open stream for '%s': %s".formatted(path, Reason.of(failure)),
                    failure);
        } finally {
            lock.unlock();
        }
    }

    /// A session has ended.
    void ended(String path, ConsoleSession session) {
        lock.lock();
        try {
            byPath.remove(path, session);
        } finally {
            lock.unlock();
        }
    }

    /// Ends all sessions: the guest is gone.
    @Override
    public void close() {
        List<ConsoleSession> open;
        lock.lock();
        try {
            closed = true;
            open = List.copyOf(byPath.values());
        } finally {
            lock.unlock();
        }
        open.forEach(ConsoleSession::abort);
    }
}
