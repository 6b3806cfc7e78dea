package dev.jvirt.qemu.domcaps;

import dev.jvirt.host.kvm.KvmDevice;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.emulator.EmulatorChoice;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import dev.jvirt.qemu.firmware.InstalledFirmware;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds out what this host adds to what an emulator can do.
public final class GuestHostSurvey {
    private final Path root;
    private final String arch;
    private final InstalledFirmware firmware;
    private final TpmEmulator tpm;
    private final Optional<NamedCpu> processor;

    /// @param root the folder that holds `dev`, `sys` and `usr`; `/` but in tests
    /// @param arch the architecture of the host
    /// @param processor its processors, by a name for guests; absent if there is none
    public GuestHostSurvey(
            Path root,
            String arch,
            InstalledFirmware firmware,
            TpmEmulator tpm,
            Optional<NamedCpu> processor) {
        this.root = root;
        this.arch = arch;
        this.firmware = firmware;
        this.tpm = tpm;
        this.processor = processor;
    }

    /// What the host adds now, for domains on an emulator and a machine.
    public GuestHost survey(EmulatorChoice choice) {
        List<FirmwareDescriptor> found = firmware.forMachine(choice.arch(), choice.machine());
        return new GuestHost(
                arch,
                maxVcpus(),
                hasVfio(),
                tpm.versions(),
                found,
                found.stream()
                        .map(one -> one.mapping().code())
                        .filter(this::isThere)
                        .distinct()
                        .toList(),
                processor);
    }

    private boolean isThere(String file) {
        return Files.exists(root.resolve(file.startsWith("/") ? file.substring(1) : file));
    }

    private OptionalInt maxVcpus() {
        try (KvmDevice kvm = KvmDevice.open(root.resolve("dev/kvm"))) {
            return OptionalInt.of(kvm.maxVcpus());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /// Devices can be given away where they are kept apart, and where there is the driver for it.
    private boolean hasVfio() {
        try (DirectoryStream<Path> groups =
                Files.newDirectoryStream(root.resolve("sys/kernel/iommu_groups"))) {
            return groups.iterator().hasNext() && Files.exists(root.resolve("dev/vfio/vfio"));
        } catch (IOException e) {
            return false;
        }
    }
}
