package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.SystemInfo;
import dev.jvirt.qemu.block.PoolVolume;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A host with next to nothing.
final class BareHost implements HostQuestions {
    @Override
    public List<FirmwareDescriptor> firmware() {
        return List.of();
    }

    @Override
    public PoolVolume volume(StorageLocation.Volume.Reference volume) {
        return new PoolVolume(
                "dir",
                "file",
                "/pools/%s/%s".formatted(volume.pool(), volume.volume()),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<SystemInfo.Smbios> systemInfo() {
        return Optional.empty();
    }

    @Override
    public String scsiGeneric(HostDeviceSource.ScsiUnit unit) {
        return "/dev/sg" + unit.unit();
    }

    @Override
    public boolean isCdrom(String path) {
        return path.equals("/dev/sr0");
    }

    @Override
    public Optional<String> renderNode() {
        return Optional.of("/dev/dri/renderD128");
    }

    @Override
    public Optional<NamedCpu> processor() {
        return Optional.of(NamedCpu.of("core2duo"));
    }

    @Override
    public boolean isExpress(Address.Pci device) {
        return false;
    }

    @Override
    public OptionalInt iommuGroup(Address.Pci device) {
        return OptionalInt.empty();
    }

    @Override
    public boolean demandsFips() {
        return false;
    }
}
