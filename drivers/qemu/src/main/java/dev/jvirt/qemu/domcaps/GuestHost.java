package dev.jvirt.qemu.domcaps;

import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a host adds to what an emulator can do.
///
/// @param arch its architecture
/// @param maxVcpus the most virtual processors that its own virtualisation gives a domain
/// @param vfio whether devices can be given to domains
/// @param tpmVersions those of which the host has an emulator; absent if it has none at all
/// @param firmware what is installed for the machine, the best first
/// @param loaders the files with firmware that are there
/// @param processor its processors, by a name for guests; absent if there is none
public record GuestHost(
        String arch,
        OptionalInt maxVcpus,
        boolean vfio,
        Optional<Set<TpmVersion>> tpmVersions,
        List<FirmwareDescriptor> firmware,
        List<String> loaders,
        Optional<NamedCpu> processor) {
    /// A version of trusted platform modules.
    public enum TpmVersion {
        V1_2("1.2"),
        V2_0("2.0");

        private final String text;

        TpmVersion(String text) {
            this.text = text;
        }

        /// The version in documents.
        public String text() {
            return text;
        }
    }

    /// What a host adds.
    public GuestHost {
        tpmVersions = tpmVersions.map(Set::copyOf);
        firmware = List.copyOf(firmware);
        loaders = List.copyOf(loaders);
    }
}
