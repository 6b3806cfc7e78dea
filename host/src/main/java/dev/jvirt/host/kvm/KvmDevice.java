package dev.jvirt.host.kvm;

import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/// The device through which programs run guests on the host's own processors.
public final class KvmDevice implements AutoCloseable {
    /// Where it is on every host.
    public static final Path PATH = Path.of("/dev/kvm");

    private static final int CREATE_VM = 0xAE01;
    private static final int CHECK_EXTENSION = 0xAE03;
    private static final int GET_SUPPORTED_CPUID = 0xC008AE05;
    private static final int GET_REGISTERS = 0xC008AE88;
    private static final int CREATE_VCPU = 0xAE41;
    private static final int GET_TSC_KHZ = 0xAEA3;

    private static final int NR_VCPUS = 9;
    private static final int TSC_CONTROL = 60;
    private static final int MAX_VCPUS = 66;

    /// What kernels support that do not tell.
    private static final int FEW_VCPUS = 4;

    private static final int REGISTER_SIZE = 16;
    private static final int LEAVES = 256;
    private static final int HEADER_SIZE = 8;
    private static final int LEAF_SIZE = 40;

    private final Descriptor device;

    private KvmDevice(Descriptor device) {
        this.device = device;
    }

    /// Opens the device.
    ///
    /// @param path where it is, [#PATH] on a real host
    /// @throws IOException if there is none, or this process may not use it
    public static KvmDevice open(Path path) throws IOException {
        return new KvmDevice(Descriptor.openDevice(path));
    }

    /// How many processors a guest can have.
    public int maxVcpus() throws IOException {
        long limit = extension(MAX_VCPUS);
        if (limit == 0) {
            limit = extension(NR_VCPUS);
        }
        return limit == 0 ? FEW_VCPUS : (int) limit;
    }

    /// Whether the time stamp counter of a guest can have another frequency than the host's.
    public boolean scalesTimeStamps() throws IOException {
        return extension(TSC_CONTROL) > 0;
    }

    private long extension(int number) throws IOException {
        return SystemCall.IOCTL.call(device.number(), CHECK_EXTENSION, number);
    }

    /// The frequency of the time stamp counter in Hz. x86 only.
    public long timeStampFrequency() throws IOException {
        try (Descriptor guest = create(device, CREATE_VM);
                Descriptor processor = create(guest, CREATE_VCPU)) {
            return SystemCall.IOCTL.call(processor.number(), GET_TSC_KHZ) * 1000;
        }
    }

    private static Descriptor create(Descriptor parent, int what) throws IOException {
        return Descriptor.of((int) SystemCall.IOCTL.call(parent.number(), what, 0));
    }

    /// What guests can be shown of the processors, whichever of them is asked; questions without
    /// any answer are left out. x86 only.
    public List<CpuidLeaf> supportedCpuid() throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment table = arena.allocate(HEADER_SIZE + (long) LEAF_SIZE * LEAVES, 8);
            table.set(ValueLayout.JAVA_INT, 0, LEAVES);
            SystemCall.IOCTL.call(device.number(), GET_SUPPORTED_CPUID, table.address());
            int count = Math.min(table.get(ValueLayout.JAVA_INT, 0), LEAVES);
            var leaves = new ArrayList<CpuidLeaf>(count);
            for (int i = 0; i < count; i++) {
                long entry = HEADER_SIZE + (long) LEAF_SIZE * i;
                CpuidLeaf leaf = leaf(table.asSlice(entry, LEAF_SIZE)).withoutPlace();
                if (!leaf.isEmpty()) {
                    leaves.add(leaf);
                }
            }
            Collections.sort(leaves);
            return List.copyOf(leaves);
        }
    }

    /// What guests can be shown in a register by which processors tell features, if KVM knows it.
    /// x86 only.
    public OptionalLong featureRegister(int index) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(HEADER_SIZE + REGISTER_SIZE, 8);
            list.set(ValueLayout.JAVA_INT, 0, 1);
            list.set(ValueLayout.JAVA_INT, HEADER_SIZE, index);
            long read = SystemCall.IOCTL.call(device.number(), GET_REGISTERS, list.address());
            return read == 1
                    ? OptionalLong.of(list.get(ValueLayout.JAVA_LONG, HEADER_SIZE + 8L))
                    : OptionalLong.empty();
        }
    }

    /// Leaf, subleaf, flags, and the four registers.
    private static CpuidLeaf leaf(MemorySegment entry) {
        return new CpuidLeaf(
                entry.get(ValueLayout.JAVA_INT, 0),
                entry.get(ValueLayout.JAVA_INT, 4),
                entry.get(ValueLayout.JAVA_INT, 12),
                entry.get(ValueLayout.JAVA_INT, 16),
                entry.get(ValueLayout.JAVA_INT, 20),
                entry.get(ValueLayout.JAVA_INT, 24));
    }

    @Override
    public void close() {
        device.close();
    }
}
