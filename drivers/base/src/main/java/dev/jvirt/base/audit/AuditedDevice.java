package dev.jvirt.base.audit;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Devices;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.host.audit.AuditText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something of the host that a device gives to a guest, as the audit trail names it.
///
/// @param kind libvirt's word for what it is
/// @param fields which one it is
record AuditedDevice(String kind, String fields) {

    /// Those of all devices of a domain, kind by kind in libvirt's order.
    static List<AuditedDevice> of(DomainDefinition live) {
        Devices devices = live.devices();
        var all = new ArrayList<AuditedDevice>();
        devices.disks().forEach(disk -> add(all, disk));
        devices.of(Filesystem.class).forEach(device -> add(all, device));
        devices.interfaces().forEach(device -> add(all, device));
        devices.of(HostDevice.class).forEach(device -> add(all, device));
        devices.of(RedirectedDevice.class).forEach(device -> add(all, device));
        devices.serials().forEach(device -> add(all, device));
        devices.parallels().forEach(device -> add(all, device));
        devices.channels().forEach(device -> add(all, device));
        // The first console may be a serial device under another name.
        for (CharDevice console : devices.consoles()) {
            if (devices.serials().stream().noneMatch(each -> isSame(each, console))) {
                add(all, console);
            }
        }
        devices.of(Rng.class).forEach(device -> add(all, device));
        devices.of(Tpm.class).forEach(device -> add(all, device));
        devices.of(SharedMemory.class).forEach(device -> add(all, device));
        return all;
    }

    private static boolean isSame(CharDevice serial, CharDevice console) {
        return serial.backend().equals(console.backend());
    }

    private static void add(List<AuditedDevice> all, Device device) {
        switch (device) {
            case Disk disk ->
                    path(disk.source().location()).ifPresent(p -> all.add(got("disk", p)));
            case Filesystem files ->
                    files.source().path().ifPresent(path -> all.add(got("fs", path)));
            case NetworkInterface nic ->
                    nic.mac().address().ifPresent(mac -> all.add(got("net", mac.toString())));
            case HostDevice passed -> hostDevice(passed.source()).ifPresent(all::add);
            case RedirectedDevice usb ->
                    all.add(
                            new AuditedDevice(
                                    "redir",
                                    "bus=usb " + AuditText.field("device", "USB redirdev")));
            case CharDevice end ->
                    path(end.backend().source()).ifPresent(p -> all.add(got("chardev", p)));
            case Rng rng -> path(rng.backend()).ifPresent(path -> all.add(got("rng", path)));
            case Tpm tpm -> passedThrough(tpm).ifPresent(all::add);
            case SharedMemory memory -> all.add(shared(memory));
            default -> {}
        }
    }

    /// What was not there before.
    private static AuditedDevice got(String kind, String name) {
        return new AuditedDevice(
                kind, "old-%s=\"?\" %s".formatted(kind, AuditText.field("new-" + kind, name)));
    }

    private static Optional<String> path(StorageLocation location) {
        return switch (location) {
            case StorageLocation.File file -> file.path();
            case StorageLocation.Block block -> block.path();
            case StorageLocation.Directory folder -> folder.path();
            case NetworkStorage network -> network.name();
            case StorageLocation.VhostUser user -> Optional.of(user.path());
            case StorageLocation.Volume _, StorageLocation.Nvme _, StorageLocation.None _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> path(CharSource source) {
        return switch (source) {
            case CharSource.Pty pty -> pty.path();
            case CharSource.HostDevice device -> device.path();
            case CharSource.File file -> file.path();
            case CharSource.Pipe pipe -> pipe.path();
            case CharSource.Unix socket -> socket.path();
            case CharSource.Nmdm pair -> pair.master();
            default -> Optional.empty();
        };
    }

    private static Optional<String> path(Rng.Backend backend) {
        return switch (backend) {
            case Rng.RandomFile file -> file.path();
            case Rng.EntropyDaemon daemon -> path(daemon.backend().source());
            case Rng.Builtin _ -> Optional.of("builtin");
        };
    }

    private static Optional<AuditedDevice> passedThrough(Tpm tpm) {
        return tpm.backend() instanceof Tpm.Passthrough(String device)
                ? Optional.of(new AuditedDevice("dev", AuditText.field("device", device)))
                : Optional.empty();
    }

    private static AuditedDevice shared(SharedMemory memory) {
        String path =
                memory.server()
                        .map(server -> server.path().orElse("?"))
                        .orElse("/dev/shm/" + memory.name());
        return new AuditedDevice(
                "shmem",
                "size=%d %s".formatted(memory.size().orElse(0), AuditText.field("path", path)));
    }

    private static Optional<AuditedDevice> hostDevice(HostDeviceSource source) {
        return switch (source) {
            case HostDeviceSource.Usb usb ->
                    hostDevice("usb", "%03d.%03d".formatted(usb.bus(), usb.device()));
            case HostDeviceSource.Pci pci -> hostDevice("pci", text(pci.address()));
            case HostDeviceSource.ScsiUnit unit ->
                    hostDevice(
                            "scsi",
                            "%s:%d:%d:%d"
                                    .formatted(
                                            unit.adapter(),
                                            unit.bus(),
                                            unit.target(),
                                            unit.unit()));
            case HostDeviceSource.ScsiHost scsi -> hostDevice("scsi_host", scsi.wwpn());
            case HostDeviceSource.Mediated mediated ->
                    hostDevice("mdev", mediated.uuid().toString());
            default -> Optional.empty();
        };
    }

    private static Optional<AuditedDevice> hostDevice(String bus, String name) {
        return Optional.of(
                new AuditedDevice(
                        "hostdev", "bus=%s %s".formatted(bus, AuditText.field("device", name))));
    }

    private static String text(Address.Pci pci) {
        return "%04x:%02x:%02x.%d".formatted(pci.domain(), pci.bus(), pci.slot(), pci.function());
    }
}
