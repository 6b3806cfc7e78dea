package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.SystemInfo;
import dev.jvirt.qemu.address.HostPci;
import dev.jvirt.qemu.block.PoolVolume;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import java.util.List;
import java.util.Optional;

/// What must be looked up on the host, because a document only describes it.
public interface HostQuestions extends HostPci {
    /// The firmware that is installed, the preferred one first.
    List<FirmwareDescriptor> firmware();

    /// A volume of a storage pool.
    PoolVolume volume(StorageLocation.Volume.Reference volume);

    /// The SMBIOS tables of the host.
    Optional<SystemInfo.Smbios> systemInfo();

    /// The device node by which any command can be sent to a SCSI unit.
    String scsiGeneric(HostDeviceSource.ScsiUnit unit);

    /// Whether a device node is a drive for compact discs.
    boolean isCdrom(String path);

    /// The device by which displays draw with the host's graphics card, if it has one.
    Optional<String> renderNode();

    /// The processors of the host, by a name for guests; absent if there is none.
    Optional<NamedCpu> processor();

    /// Whether the host demands approved cryptography (FIPS 140).
    boolean demandsFips();
}
