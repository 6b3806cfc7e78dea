package dev.jvirt.qemu.validation;

import dev.jvirt.documents.domain.Audio;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.Hub;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.Lease;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Nvram;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.RedirectionFilter;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.Smartcard;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.documents.domain.Watchdog;
import dev.jvirt.documents.domain.validation.DriverValidation;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// What QEMU cannot do.
public final class QemuValidation implements DriverValidation {
    private final QemuCapabilities capabilities;
    private final HostLimits limits;
    private final String hostArch;

    /// Checks for one binary on one host.
    public QemuValidation(QemuCapabilities capabilities, HostLimits limits, String hostArch) {
        this.capabilities = capabilities;
        this.limits = limits;
        this.hostArch = hostArch;
    }

    @Override
    public void domain(DomainDefinition definition) {
        EmulatorRules.check(definition, capabilities);
        var machine = new Machine(definition, capabilities, limits);
        PlatformRules.check(machine);
        CpuRules.check(machine, hostArch);
        ClockRules.check(machine);
        BootRules.check(machine);
        TopologyRules.check(machine);
        FeatureRules.check(machine);
        MemoryRules.check(machine);
        HotplugMemoryRules.check(machine);
        WholeDomainRules.check(machine);
    }

    @Override
    public void device(Device device, DomainDefinition definition) {
        var machine = new Machine(definition, capabilities, limits);
        if (device instanceof GuestDevice guest) {
            AddressRules.check(guest, machine);
        }
        switch (device) {
            case Disk disk -> DiskRules.check(disk, machine);
            case NetworkInterface nic -> InterfaceRules.check(nic, machine);
            case CharDevice chars -> CharRules.check(chars, machine);
            case Smartcard card -> CharRules.check(card, machine);
            case Rng rng -> SmallDeviceRules.check(rng, machine);
            case RedirectedDevice redirected -> CharRules.check(redirected, machine);
            case Watchdog watchdog -> SmallDeviceRules.check(watchdog, machine);
            case HostDevice host -> HostDeviceRules.check(host, machine);
            case Video video -> VideoRules.check(video, machine);
            case Controller controller -> ControllerRules.check(controller, machine);
            case Vsock _ -> SmallDeviceRules.checkVsock(machine);
            case Tpm tpm -> TpmRules.check(tpm, machine);
            case Graphics graphics -> GraphicsRules.check(graphics, machine);
            case Input input -> SmallDeviceRules.check(input, machine);
            case MemoryBalloon balloon -> SmallDeviceRules.check(balloon, machine);
            case Iommu iommu -> IommuRules.check(iommu, machine);
            case Filesystem filesystem -> FilesystemRules.check(filesystem, machine);
            case Nvram nvram -> SmallDeviceRules.check(nvram, machine);
            case Hub _ -> SmallDeviceRules.checkHub(machine);
            case Sound sound -> SmallDeviceRules.check(sound, machine);
            case MemoryDevice memory -> MemoryDeviceRules.check(memory, machine);
            case SharedMemory memory -> MemoryDeviceRules.check(memory, machine);
            case Audio audio -> GraphicsRules.check(audio, machine);
            case RedirectionFilter _ -> CharRules.checkFilter(machine);
            case Lease _, Panic _ -> {}
        }
    }
}
