package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// Whether a host can give a processor to a guest.
///
/// @param reason what is missing, if it cannot and there is more to say
public record Comparison(Verdict verdict, String reason) {
    /// What the host is, compared with what the guest needs.
    public enum Verdict {
        /// It lacks something.
        INCOMPATIBLE,
        /// It is just that.
        IDENTICAL,
        /// It has more.
        SUPERSET
    }

    static final Comparison IDENTICAL = new Comparison(Verdict.IDENTICAL, "");
    static final Comparison SUPERSET = new Comparison(Verdict.SUPERSET, "");

    static Comparison incompatible(String reason) {
        return new Comparison(Verdict.INCOMPATIBLE, reason);
    }

    /// Whether the host has all that is needed.
    public boolean isCompatible() {
        return verdict != Verdict.INCOMPATIBLE;
    }

    /// Refuses what lacks something.
    ///
    /// @throws LibvirtException CPU_INCOMPATIBLE
    public void require() {
        if (isCompatible()) {
            return;
        }
        if (!reason.isEmpty()) {
            throw CpuArchitecture.error(ErrorCode.CPU_INCOMPATIBLE, reason);
        }
        throw LibvirtException.plain(
                ErrorDomain.CPU,
                ErrorCode.CPU_INCOMPATIBLE,
                "the CPU is incompatible with host CPU");
    }
}
