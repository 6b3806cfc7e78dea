package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
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
import dev.jvirt.documents.domain.completion.DriverFeature;
import java.util.Set;

/// Checks complete definitions.
public final class DomainValidation {
    private final Set<DriverFeature> features;
    private final DriverValidation driver;

    /// Checks with the help of a driver that can do something.
    public DomainValidation(Set<DriverFeature> features, DriverValidation driver) {
        this.features = Set.copyOf(features);
        this.driver = driver;
    }

    /// Refuses a definition that makes no sense, with the error of the first mistake.
    public void check(DomainDefinition definition) {
        driver.domain(definition);
        for (Device device : definition.devices().inWalkingOrder()) {
            check(device, definition);
        }
        new DomainRules(definition, features).check();
    }

    /// Refuses a device that makes no sense in a definition, as for a device that is plugged.
    public void check(Device device, DomainDefinition definition) {
        if (device instanceof GuestDevice guest
                && guest.info().address().orElse(null) instanceof Address.Unassigned
                && !(device instanceof HostDevice)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "address of type 'unassigned' is supported only for hostdevs");
        }
        checkKind(device, definition);
        driver.device(device, definition);
    }

    private static void checkKind(Device device, DomainDefinition definition) {
        switch (device) {
            case Disk disk -> new DiskRules(disk, definition).check();
            case RedirectedDevice redirected -> CharRules.check(redirected, definition);
            case NetworkInterface nic -> InterfaceRules.check(nic);
            case Controller controller -> ControllerRules.check(controller);
            case CharDevice chars -> CharRules.check(chars, definition);
            case Smartcard card -> CharRules.check(card, definition);
            case Rng rng -> CharRules.check(rng, definition);
            case HostDevice host -> HostDeviceRules.check(host);
            case Video video -> VideoRules.check(video, definition);
            case MemoryDevice memory -> MemoryDeviceRules.check(memory, definition);
            case Vsock vsock -> SmallDeviceRules.check(vsock);
            case Input input -> InputRules.check(input, definition);
            case SharedMemory memory -> SmallDeviceRules.check(memory);
            case Filesystem filesystem -> SmallDeviceRules.check(filesystem);
            case Audio audio -> AudioRules.check(audio, definition);
            case Sound sound -> AudioRules.check(sound.audioId(), definition);
            case Graphics graphics -> AudioRules.check(graphics, definition);
            case Iommu iommu -> SmallDeviceRules.check(iommu);
            case Tpm tpm -> SmallDeviceRules.check(tpm);
            case Lease _,
                    Watchdog _,
                    Hub _,
                    MemoryBalloon _,
                    Nvram _,
                    Panic _,
                    RedirectionFilter _ -> {}
        }
    }
}
