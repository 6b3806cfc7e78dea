package dev.jvirt.qemu.validation;

import dev.jvirt.documents.domain.Tpm;
import java.util.EnumSet;
import java.util.Set;

/// What this host and the driver's settings allow, whatever QEMU can do.
///
/// @param privileged whether the daemon runs as root
/// @param spiceTls whether SPICE servers may use TLS
/// @param tpmVersions what the software TPM emulates; nothing if there is none
public record HostLimits(boolean privileged, boolean spiceTls, Set<Tpm.Version> tpmVersions) {
    /// A system daemon with its default settings, on a host with a software TPM.
    public static final HostLimits DEFAULT =
            new HostLimits(true, false, EnumSet.allOf(Tpm.Version.class));

    /// Limits with their own copy of the versions.
    public HostLimits {
        tpmVersions = Set.copyOf(tpmVersions);
    }

    /// The same with or without TLS for SPICE.
    public HostLimits withSpiceTls(boolean value) {
        return new HostLimits(privileged, value, tpmVersions);
    }

    /// The same with another software TPM.
    public HostLimits withTpmVersions(Set<Tpm.Version> value) {
        return new HostLimits(privileged, spiceTls, value);
    }
}
