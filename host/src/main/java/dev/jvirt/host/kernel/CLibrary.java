package dev.jvirt.host.kernel;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Functions of the C library that are more than a system call.
public final class CLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private CLibrary() {}

    /// A function that takes pointers and integers as `arguments` says and returns an `int`.
    ///
    /// @throws UnsupportedOperationException naming the function, if the C library does not have it
    public static MethodHandle returningInt(String name, MemoryLayout... arguments) {
        return link(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    /// A function that returns a pointer.
    public static MethodHandle returningPointer(String name, MemoryLayout... arguments) {
        return link(name, FunctionDescriptor.of(ValueLayout.ADDRESS, arguments));
    }

    /// A function that returns nothing.
    public static MethodHandle returningNothing(String name, MemoryLayout... arguments) {
        return link(name, FunctionDescriptor.ofVoid(arguments));
    }

    private static MethodHandle link(String name, FunctionDescriptor descriptor) {
        MemorySegment function =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(
                                () ->
                                        new UnsupportedOperationException(
                                                "the C library has no %s; glibc 2.34 is needed"
                                                        .formatted(name)));
        return LINKER.downcallHandle(function, descriptor);
    }

    /// The size of the kernel's pages of memory, in bytes.
    public static int pageSize() {
        try {
            return (int) returningInt("getpagesize").invokeExact();
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /// The text at the address that a function returned, or that stands in a structure.
    public static String text(MemorySegment pointer) {
        return pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }
}
