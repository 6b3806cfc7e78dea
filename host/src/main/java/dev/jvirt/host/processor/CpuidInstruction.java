package dev.jvirt.host.processor;

import dev.jvirt.host.kernel.SystemCall;
import dev.jvirt.host.kvm.CpuidLeaf;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HexFormat;

/// The instruction by which x86 processors tell about themselves.
///
/// The kernel has devices with the same answers, but only for root, and not everywhere; and what it
/// says in `/proc/cpuinfo` is its own view. So a few bytes of machine code are put into memory and
/// called.
public final class CpuidInstruction implements AutoCloseable {
    /// `f(eax, ecx, out)`: endbr64; push rbx; mov r8,rdx; mov eax,edi; mov ecx,esi; cpuid;
    /// mov [r8],eax; mov [r8+4],ebx; mov [r8+8],ecx; mov [r8+12],edx; pop rbx; ret
    private static final byte[] CODE =
            HexFormat.of()
                    .parseHex(
                            "f30f1efa"
                                    + "53"
                                    + "4989d0"
                                    + "89f8"
                                    + "89f1"
                                    + "0fa2"
                                    + "418900"
                                    + "41895804"
                                    + "41894808"
                                    + "4189500c"
                                    + "5b"
                                    + "c3");

    private static final long SIZE = 4096;
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int EXECUTE = 4;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int REGISTERS = 16;

    private final long page;
    private final MethodHandle function;

    private CpuidInstruction(long page) {
        this.page = page;
        this.function =
                Linker.nativeLinker()
                        .downcallHandle(
                                MemorySegment.ofAddress(page),
                                FunctionDescriptor.ofVoid(
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS));
    }

    /// Makes the instruction callable.
    ///
    /// @throws IOException if the kernel does not let this program add code to itself
    /// @throws UnsupportedOperationException if this is no x86 host
    public static CpuidInstruction load() throws IOException {
        if (!System.getProperty("os.arch", "").equals("amd64")) {
            throw new UnsupportedOperationException("only x86 processors have this instruction");
        }
        long page = SystemCall.MMAP.call(0, SIZE, READ | WRITE, PRIVATE_ANONYMOUS, -1, 0);
        var loaded = new CpuidInstruction(page);
        try {
            MemorySegment.ofAddress(page).reinterpret(SIZE).copyFrom(MemorySegment.ofArray(CODE));
            SystemCall.MPROTECT.call(page, SIZE, READ | EXECUTE);
            return loaded;
        } catch (IOException refused) {
            loaded.close();
            throw refused;
        }
    }

    /// Asks the processor that happens to run this thread.
    public CpuidLeaf ask(int leaf, int subleaf) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(REGISTERS, Integer.BYTES);
            function.invokeExact(leaf, subleaf, out);
            return new CpuidLeaf(
                    leaf,
                    subleaf,
                    out.getAtIndex(ValueLayout.JAVA_INT, 0),
                    out.getAtIndex(ValueLayout.JAVA_INT, 1),
                    out.getAtIndex(ValueLayout.JAVA_INT, 2),
                    out.getAtIndex(ValueLayout.JAVA_INT, 3));
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Override
    public void close() {
        SystemCall.MUNMAP.tryCall(page, SIZE);
    }
}
