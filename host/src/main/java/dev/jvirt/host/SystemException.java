package dev.jvirt.host;

import dev.jvirt.host.kernel.CLibrary;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What the kernel refused. The message is the system's text for the error number, as libvirt
/// appends it to its own.
public final class SystemException extends IOException {
    private static final long serialVersionUID = 1;

    private final int errorNumber;
    private final String function;

    /// An error number and the function that gave it.
    public SystemException(int errorNumber, String function) {
        super(text(errorNumber));
        this.errorNumber = errorNumber;
        this.function = function;
    }

    /// The `errno`.
    public int errorNumber() {
        return errorNumber;
    }

    /// The system call or function of the C library.
    public String function() {
        return function;
    }

    /// The system's text for an error number.
    public static String text(int errorNumber) {
        try {
            return CLibrary.text((MemorySegment) Native.STRERROR.invokeExact(errorNumber));
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static final class Native {
        private static final MethodHandle STRERROR =
                CLibrary.returningPointer("strerror", ValueLayout.JAVA_INT);
    }
}
