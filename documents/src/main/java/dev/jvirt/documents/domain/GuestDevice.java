package dev.jvirt.documents.domain;

/// A device that the guest sees at an address.
public sealed interface GuestDevice extends Device
        permits Disk,
                Controller,
                Filesystem,
                NetworkInterface,
                Smartcard,
                CharDevice,
                Input,
                Tpm,
                Sound,
                Video,
                HostDevice,
                RedirectedDevice,
                Hub,
                Watchdog,
                MemoryBalloon,
                Rng,
                Nvram,
                Panic,
                SharedMemory,
                MemoryDevice,
                Iommu,
                Vsock {
    /// Alias, address and boot order.
    DeviceInfo info();

    /// The same device with another alias, address or boot order.
    GuestDevice withInfo(DeviceInfo info);
}
