package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// Fills in one device of a domain.
final class DeviceCompletion {
    private static final long POWER_MEMORY_BLOCK = 256 * 1024;

    private final DomainDefinition definition;
    private final QemuCapabilities capabilities;
    private final CompletionContext context;
    private final boolean inactive;
    private final boolean updateAbi;
    private final String arch;
    private final MachineFamily family;

    DeviceCompletion(
            DomainDefinition definition,
            QemuCapabilities capabilities,
            CompletionContext context,
            boolean inactive,
            boolean updateAbi) {
        this.definition = definition;
        this.capabilities = capabilities;
        this.context = context;
        this.inactive = inactive;
        this.updateAbi = updateAbi;
        this.arch = definition.os().arch().orElseThrow();
        this.family = MachineFamily.of(arch, definition.os().machine().orElseThrow());
    }

    Device fill(Device device) {
        return switch (device) {
            case NetworkInterface nic ->
                    InterfaceCompletion.fill(nic, definition.os(), capabilities);
            case Disk disk -> DiskCompletion.fill(disk);
            case Video video -> VideoCompletion.fill(video, arch, family, capabilities);
            case Panic panic -> panic.model().isPresent() ? panic : panic.withModel(panicModel());
            case Controller controller ->
                    new ControllerCompletion(definition, capabilities, updateAbi).fill(controller);
            case SharedMemory memory -> SharedMemoryCompletion.fill(memory);
            case CharDevice chars -> character(chars);
            case HostDevice host -> host(host);
            case Tpm tpm -> TpmCompletion.fill(tpm, arch);
            case MemoryDevice memory -> memory(memory);
            case Vsock vsock ->
                    vsock.model().isPresent() ? vsock : vsock.withModel(VirtioModel.VIRTIO);
            default -> device;
        };
    }

    private Panic.Model panicModel() {
        if (family == MachineFamily.PSERIES) {
            return Panic.Model.PSERIES;
        }
        return Architectures.isS390(arch) ? Panic.Model.S390 : Panic.Model.ISA;
    }

    private CharDevice character(CharDevice given) {
        var chars = SerialCompletion.fill(given, arch, family);
        return inactive ? InternalPaths.withoutOwnPath(chars, context.settings()) : chars;
    }

    private HostDevice host(HostDevice host) {
        return host.source() instanceof HostDeviceSource.Mediated mediated
                        && mediated.model() == HostDeviceSource.MediatedModel.VFIO_PCI
                        && mediated.display().isEmpty()
                        && capabilities.has(QemuFlag.VFIO_PCI_DISPLAY)
                ? host.withSource(mediated.withDisplay(Optional.of(false)))
                : host;
    }

    /// A new POWER guest gets whole blocks of memory; an old one keeps what it has.
    private MemoryDevice memory(MemoryDevice memory) {
        if (!updateAbi || !Architectures.isPpc64(arch)) {
            return memory;
        }
        return MemoryAlignment.power(memory, POWER_MEMORY_BLOCK);
    }
}
