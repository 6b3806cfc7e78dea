package dev.jvirt.host.processor;

import dev.jvirt.host.kvm.KvmDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Model specific registers of the host's processors. Which of them can be read depends on the
/// rights of this program and on the kernel.
///
/// @param devices the folder of the kernel's devices, `/dev` but in tests
public record SpecialRegisters(Path devices) {
    /// The value of a register, if it can be read.
    public OptionalLong read(int index) {
        try {
            return OptionalLong.of(ofProcessor(index));
        } catch (IOException unreadable) {
            return ofGuests(index);
        }
    }

    private long ofProcessor(int index) throws IOException {
        var value = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var device = FileChannel.open(devices.resolve("cpu/0/msr"))) {
            if (device.read(value, Integer.toUnsignedLong(index)) < Long.BYTES) {
                throw new IOException("no register 0x%x".formatted(index));
            }
        }
        return value.getLong(0);
    }

    /// What the kernel lets guests see is what matters for them.
    private OptionalLong ofGuests(int index) {
        try (KvmDevice kvm = KvmDevice.open(devices.resolve("kvm"))) {
            return kvm.featureRegister(index);
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }
}
