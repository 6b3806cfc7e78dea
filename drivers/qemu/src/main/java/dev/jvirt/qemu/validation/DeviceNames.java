package dev.jvirt.qemu.validation;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.Hub;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Nvram;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.Smartcard;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.documents.domain.Watchdog;

/// What messages call the kinds of devices.
final class DeviceNames {
    private DeviceNames() {}

    static String of(GuestDevice device) {
        return switch (device) {
            case Disk _ -> "disk";
            case Filesystem _ -> "filesystem";
            case NetworkInterface _ -> "interface";
            case Input _ -> "input";
            case Sound _ -> "sound";
            case Video _ -> "video";
            case HostDevice _ -> "hostdev";
            case Watchdog _ -> "watchdog";
            case Controller _ -> "controller";
            case Hub _ -> "hub";
            case RedirectedDevice _ -> "redirdev";
            case Smartcard _ -> "smartcard";
            case CharDevice _ -> "chr";
            case MemoryBalloon _ -> "memballoon";
            case Nvram _ -> "nvram";
            case Rng _ -> "rng";
            case SharedMemory _ -> "shmem";
            case Tpm _ -> "tpm";
            case Panic _ -> "panic";
            case MemoryDevice _ -> "memory";
            case Iommu _ -> "iommu";
            case Vsock _ -> "vsock";
        };
    }
}
