package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import java.util.Optional;

/// Reads any device by the name of its element.
public final class DeviceParser {
    private DeviceParser() {}

    /// The device an element stands for; absent if libvirt knows no such device.
    public static Optional<Device> parse(Element element, ParseFlags flags) {
        return Optional.ofNullable(
                switch (element.name()) {
                    case "disk" -> Disk.parse(element, flags);
                    case "controller" -> Controller.parse(element, flags);
                    case "lease" -> Lease.parse(element);
                    case "filesystem" -> Filesystem.parse(element, flags);
                    case "interface" -> NetworkInterface.parse(element, flags);
                    case "smartcard" -> Smartcard.parse(element, flags);
                    case "serial", "parallel", "console", "channel" ->
                            CharDevice.parse(element, flags);
                    case "input" -> Input.parse(element, flags);
                    case "tpm" -> Tpm.parse(element, flags);
                    case "graphics" -> Graphics.parse(element, flags);
                    case "sound" -> Sound.parse(element, flags);
                    case "audio" -> Audio.parse(element);
                    case "video" -> Video.parse(element, flags);
                    case "hostdev" -> HostDevice.parse(element, flags);
                    case "redirdev" -> RedirectedDevice.parse(element, flags);
                    case "redirfilter" -> RedirectionFilter.parse(element);
                    case "hub" -> Hub.parse(element, flags);
                    case "watchdog" -> Watchdog.parse(element, flags);
                    case "memballoon" -> MemoryBalloon.parse(element, flags);
                    case "rng" -> Rng.parse(element, flags);
                    case "nvram" -> Nvram.parse(element, flags);
                    case "panic" -> Panic.parse(element, flags);
                    case "shmem" -> SharedMemory.parse(element, flags);
                    case "memory" -> MemoryDevice.parse(element, flags);
                    case "iommu" -> Iommu.parse(element, flags);
                    case "vsock" -> Vsock.parse(element, flags);
                    default -> null;
                });
    }
}
