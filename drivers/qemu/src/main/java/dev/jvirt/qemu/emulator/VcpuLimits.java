package dev.jvirt.qemu.emulator;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.kvm.KvmDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// How many virtual processors a domain of a type can have, whatever its machine
/// (`virConnectGetMaxVcpus`). A machine may allow fewer, or with emulation more.
public final class VcpuLimits {
    /// What libvirt says since it was first asked about plain emulation.
    private static final int EMULATED = 16;

    private final Path kvm;

    /// @param kvm the device of KVM, [KvmDevice#PATH] on a real host
    public VcpuLimits(Path kvm) {
        this.kvm = kvm;
    }

    /// The limit.
    ///
    /// @param type of the domain, `kvm` or `qemu` in any case; plain emulation if absent
    /// @throws LibvirtException INVALID_ARG for another type, SYSTEM_ERROR if KVM cannot be asked
    public int maxVcpus(Optional<String> type) {
        String wanted = type.orElse("qemu");
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "qemu" -> EMULATED;
            case "kvm" -> ofKvm();
            default ->
                    throw new LibvirtException(
                            ErrorDomain.QEMU,
                            ErrorCode.INVALID_ARG,
                            "unknown type '%s'".formatted(wanted));
        };
    }

    private int ofKvm() {
        try (KvmDevice device = KvmDevice.open(kvm)) {
            return device.maxVcpus();
        } catch (IOException e) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "Unable to open %s: %s".formatted(kvm, e.getMessage()),
                    e);
        }
    }
}
