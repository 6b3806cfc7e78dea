package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.SystemInfo;
import dev.jvirt.qemu.block.PoolVolume;
import dev.jvirt.qemu.command.HostMemory;
import dev.jvirt.qemu.command.HostMemory.HugePageMount;
import dev.jvirt.qemu.command.HostQuestions;
import dev.jvirt.qemu.cpu.HostProcessor;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import dev.jvirt.qemu.firmware.InstalledFirmware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers about the host this runs on.
///
/// @param installed its firmware
/// @param processors its processors
record RealHost(InstalledFirmware installed, HostProcessor processors) implements HostQuestions {
    private static final long PAGE_SIZE = 4;

    @Override
    public List<FirmwareDescriptor> firmware() {
        return installed.all();
    }

    /// No driver here has storage pools.
    @Override
    public PoolVolume volume(StorageLocation.Volume.Reference volume) {
        throw QemuErrors.error(
                ErrorCode.NO_STORAGE_POOL,
                "no storage pool with matching name '%s'".formatted(volume.pool()));
    }

    /// Nobody asks the firmware yet.
    @Override
    public Optional<SystemInfo.Smbios> systemInfo() {
        return Optional.empty();
    }

    @Override
    public String scsiGeneric(HostDeviceSource.ScsiUnit unit) {
        String host = unit.adapter().replace("scsi_host", "");
        Path folder =
                Path.of(
                        "/sys/bus/scsi/devices/%s:%d:%d:%d/scsi_generic"
                                .formatted(host, unit.bus(), unit.target(), unit.unit()));
        try (var nodes = Files.newDirectoryStream(folder)) {
            for (Path node : nodes) {
                return "/dev/" + node.getFileName();
            }
        } catch (IOException missing) {
            throw notFound(unit, missing);
        }
        throw notFound(unit, new IOException("no device in " + folder));
    }

    private static LibvirtException notFound(HostDeviceSource.ScsiUnit unit, IOException cause) {
        return new LibvirtException(
                ErrorDomain.QEMU,
                ErrorCode.SYSTEM_ERROR,
                "SCSI device '%s:%d:%d:%d' not found"
                        .formatted(unit.adapter(), unit.bus(), unit.target(), unit.unit()),
                cause);
    }

    @Override
    public boolean isCdrom(String path) {
        String name = Path.of(path).getFileName().toString();
        for (String line : lines(Path.of("/proc/sys/dev/cdrom/info"))) {
            if (line.startsWith("drive name:")) {
                return List.of(line.substring("drive name:".length()).strip().split("\\s+"))
                        .contains(name);
            }
        }
        return false;
    }

    @Override
    public Optional<String> renderNode() {
        try (var nodes = Files.newDirectoryStream(Path.of("/dev/dri"), "renderD*")) {
            for (Path node : nodes) {
                return Optional.of(node.toString());
            }
        } catch (IOException none) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public Optional<NamedCpu> processor() {
        return processors.nameForGuests();
    }

    @Override
    public boolean demandsFips() {
        return lines(Path.of("/proc/sys/crypto/fips_enabled")).contains("1");
    }

    /// What there is for guests.
    static HostMemory memory() {
        return new HostMemory(PAGE_SIZE, hugePages(), nodes(), Optional.empty());
    }

    private static IdSet nodes() {
        List<String> online = lines(Path.of("/sys/devices/system/node/online"));
        return online.isEmpty() ? IdSet.of(0) : IdSet.parse(online.getFirst().strip());
    }

    private static List<HugePageMount> hugePages() {
        long preferred = preferredPage();
        var mounts = new ArrayList<HugePageMount>();
        for (String line : lines(Path.of("/proc/mounts"))) {
            String[] words = line.split(" ");
            if (words.length > 3 && words[2].equals("hugetlbfs")) {
                long size = pageSize(words[3], preferred);
                mounts.add(new HugePageMount(words[1], size, size == preferred));
            }
        }
        return mounts;
    }

    private static long preferredPage() {
        for (String line : lines(Path.of("/proc/meminfo"))) {
            if (line.startsWith("Hugepagesize:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 2048;
    }

    /// A mount says its size as `pagesize=2M`; one that does not has the usual size.
    private static long pageSize(String options, long usual) {
        for (String option : options.split(",")) {
            if (option.startsWith("pagesize=")) {
                long number = Long.parseLong(option.replaceAll("\\D", ""));
                return switch (option.charAt(option.length() - 1)) {
                    case 'G' -> number * 1024 * 1024;
                    case 'M' -> number * 1024;
                    default -> number;
                };
            }
        }
        return usual;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
