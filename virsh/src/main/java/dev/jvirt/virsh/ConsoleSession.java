package dev.jvirt.virsh;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Stream;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Bytes that travel between the terminal and a guest: this thread takes what is typed to the
/// guest, another one what the guest writes to the terminal.
final class ConsoleSession {
    private static final int CHUNK = 1024;

    private final ShellEnvironment environment;
    private final Stream stream;
    private final byte escape;
    private volatile boolean ended;
    private volatile @Nullable LibvirtException failure;

    /// @param escape what leaves the console
    ConsoleSession(ShellEnvironment environment, Stream stream, byte escape) {
        this.environment = environment;
        this.stream = stream;
        this.escape = escape;
    }

    /// Runs until one side ends.
    ///
    /// @throws LibvirtException if the guest's side breaks
    void run() {
        Thread display = Thread.ofPlatform().daemon().name("console").start(this::display);
        boolean left = type();
        if (left) {
            stream.finish();
        }
        ended = true;
        try {
            display.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LibvirtException broken = failure;
        if (broken != null && !left) {
            throw broken;
        }
    }

    /// Takes what is typed to the guest.
    ///
    /// @return whether the user left
    private boolean type() {
        byte[] typed = new byte[CHUNK];
        try {
            while (!ended) {
                // The terminal answers "nothing" ten times a second, which reads as an end.
                int read = environment.in().read(typed);
                if (read <= 0) {
                    continue;
                }
                if (typed[0] == escape) {
                    return true;
                }
                stream.write(ByteBuffer.wrap(typed, 0, read));
            }
        } catch (IOException e) {
            fail("cannot read from stdin", e);
            stream.close();
        } catch (LibvirtException e) {
            failure = failure == null ? e : failure;
        }
        return false;
    }

    private void display() {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        OutputStream out = environment.out();
        try {
            while (stream.read(chunk) >= 0) {
                out.write(chunk.array(), 0, chunk.position());
                out.flush();
                chunk.clear();
            }
            stream.finish();
        } catch (IOException e) {
            fail("cannot write to stdout", e);
        } catch (LibvirtException e) {
            failure = e;
        }
        ended = true;
    }

    private void fail(String what, IOException cause) {
        failure =
                new LibvirtException(
                        ErrorDomain.NONE,
                        ErrorCode.SYSTEM_ERROR,
                        what + ": " + cause.getMessage(),
                        cause);
    }
}
