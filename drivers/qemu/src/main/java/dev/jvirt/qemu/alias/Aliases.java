package dev.jvirt.qemu.alias;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.Hub;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.InterfaceSource;
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
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives every device of a domain its alias.
public final class Aliases {
    private final DomainDefinition definition;
    private final ControllerAliases controllers;
    private final Map<String, Integer> next = new HashMap<>();
    private final Map<String, Set<Integer>> taken = new HashMap<>();

    private Aliases(DomainDefinition definition, QemuCapabilities capabilities) {
        this.definition = definition;
        this.controllers = new ControllerAliases(definition, capabilities);
        for (Device device : definition.devices().all()) {
            if (device instanceof GuestDevice guest) {
                guest.info().alias().ifPresent(this::take);
            }
        }
    }

    /// The domain with an alias for each device that had none.
    public static DomainDefinition assign(
            DomainDefinition definition, QemuCapabilities capabilities) {
        var aliases = new Aliases(definition, capabilities);
        var devices = new ArrayList<Device>();
        for (Device device : definition.devices().all()) {
            devices.add(aliases.named(device));
        }
        return definition.withDevices(definition.devices().withAll(List.copyOf(devices)));
    }

    private Device named(Device device) {
        if (device instanceof GuestDevice guest) {
            String alias = alias(guest);
            return guest.info().alias().isPresent()
                    ? guest
                    : guest.withInfo(guest.info().withAlias(alias));
        }
        return device;
    }

    private String alias(GuestDevice device) {
        return switch (device) {
            case Disk disk -> DiskAlias.of(disk, definition);
            case Controller controller -> controllers.of(controller);
            case Filesystem _ -> counted("fs");
            case NetworkInterface nic -> highest(nic, isHostDevice(nic) ? "hostdev" : "net");
            case Smartcard _ -> counted("smartcard");
            case CharDevice chars -> highest(chars, charPrefix(chars));
            case Input _ -> counted("input");
            case Tpm _ -> counted("tpm");
            case Sound _ -> counted("sound");
            case Video _ -> counted("video");
            case HostDevice host -> highest(host, "hostdev");
            case RedirectedDevice redirected -> highest(redirected, "redir");
            case Hub _ -> counted("hub");
            case Watchdog _ -> counted("watchdog");
            case MemoryBalloon _ -> "balloon0";
            case Rng rng -> highest(rng, "rng");
            case Nvram _ -> "nvram";
            case Panic _ -> counted("panic");
            case SharedMemory _ -> counted("shmem");
            case MemoryDevice memory -> memoryAlias(memory);
            case Iommu _ -> "iommu0";
            case Vsock _ -> "vsock0";
        };
    }

    private static boolean isHostDevice(NetworkInterface nic) {
        return nic.source() instanceof InterfaceSource.HostFunction;
    }

    private static String charPrefix(CharDevice device) {
        return switch (device.target()) {
            case CharTarget.Serial _ -> "serial";
            case CharTarget.Parallel _ -> "parallel";
            case CharTarget.Console _ -> "console";
            case CharTarget.GuestForward _, CharTarget.VirtioChannel _, CharTarget.XenChannel _ ->
                    "channel";
        };
    }

    /// Memory modules are numbered by their slots, if those are known.
    private String memoryAlias(MemoryDevice memory) {
        String prefix =
                switch (memory.model()) {
                    case DIMM -> "dimm";
                    case NVDIMM -> "nvdimm";
                    case VIRTIO_PMEM -> "virtiopmem";
                    case VIRTIO_MEM -> "virtiomem";
                    case SGX_EPC -> "epc";
                };
        return memory.info().address().orElse(null) instanceof Address.Dimm dimm
                ? prefix + dimm.slot()
                : highest(memory, prefix);
    }

    /// The place of the device among its kind.
    private String counted(String prefix) {
        int number = next.merge(prefix, 1, Integer::sum) - 1;
        return prefix + number;
    }

    /// One more than the highest number in use.
    private String highest(GuestDevice device, String prefix) {
        if (device.info().alias().isPresent()) {
            return "";
        }
        Set<Integer> numbers = taken.computeIfAbsent(prefix, _ -> new HashSet<>());
        int number = numbers.stream().mapToInt(n -> n + 1).max().orElse(0);
        numbers.add(number);
        return prefix + number;
    }

    private void take(String alias) {
        int end = alias.length();
        while (end > 0 && Character.isDigit(alias.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && end < alias.length() && alias.length() - end < 10) {
            taken.computeIfAbsent(alias.substring(0, end), _ -> new HashSet<>())
                    .add(Integer.parseInt(alias.substring(end)));
        }
    }
}
