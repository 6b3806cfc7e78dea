package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.SecurityModel;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.host.HostUuid;
import dev.jvirt.host.Hostname;
import dev.jvirt.host.file.Reason;
import dev.jvirt.host.kvm.KvmDevice;
import dev.jvirt.host.node.HostMemory;
import dev.jvirt.host.node.NodeFolders;
import dev.jvirt.host.node.NodeTopology;
import dev.jvirt.qemu.cpu.HostProcessor;
import dev.jvirt.qemu.emulator.QemuBinaries;
import dev.jvirt.qemu.emulator.VcpuLimits;
import dev.jvirt.qemu.hostcaps.GuestCapabilities;
import dev.jvirt.qemu.hostcaps.HostCapabilities;
import dev.jvirt.qemu.hostcaps.HostDescription;
import dev.jvirt.qemu.hostcaps.HostSurvey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is known of QEMU and of this host.
final class QemuHostDriver implements HostDriver {
    private static final Path ROOT = Path.of("/");

    private final String uri;
    private final QemuBinaries binaries;
    private final HostProcessor processors;

    QemuHostDriver(String uri, QemuBinaries binaries, HostProcessor processors) {
        this.uri = uri;
        this.binaries = binaries;
        this.processors = processors;
    }

    @Override
    public String type() {
        return "QEMU";
    }

    @Override
    public long version() {
        return binaries.version();
    }

    @Override
    public long libraryVersion() {
        return QemuAssembly.LIBVIRT_VERSION;
    }

    @Override
    public String hostname() {
        try {
            return Hostname.name();
        } catch (IOException failure) {
            throw failed("failed to determine host name", failure);
        }
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String capabilities() {
        HostDescription host =
                new HostSurvey(ROOT, binaries.hostArch(), processors.name())
                        .describe(HostUuid.read(ROOT, HostUuid.Source.SMBIOS), List.of());
        List<GuestCapabilities> guests =
                binaries.guests().stream()
                        .map(guest -> GuestCapabilities.of(guest.arch(), guest.capabilities()))
                        .toList();
        return new HostCapabilities(host, guests).format();
    }

    @Override
    public int maxVcpus(Optional<String> type) {
        return new VcpuLimits(KvmDevice.PATH).maxVcpus(type);
    }

    @Override
    public NodeInfo nodeInfo() {
        try {
            NodeTopology host = NodeTopology.ofHost();
            return new NodeInfo(
                    host.model(),
                    host.memory(),
                    host.cpus(),
                    host.mhz(),
                    host.nodes(),
                    host.sockets(),
                    host.cores(),
                    host.threads());
        } catch (IOException failure) {
            throw failed("cannot find out what the host has", failure);
        }
    }

    @Override
    public long freeMemory() {
        try {
            return HostMemory.ofCells(NodeFolders.ofHost()).free();
        } catch (IOException failure) {
            throw failed("cannot find out how much memory is free", failure);
        }
    }

    @Override
    public String sysinfo(int flags) {
        Flags.refuse(ErrorDomain.QEMU, "qemuConnectGetSysinfo", flags);
        throw QemuErrors.error(
                ErrorCode.CONFIG_UNSUPPORTED, "Host SMBIOS information is not available");
    }

    @Override
    public SecurityModel securityModel() {
        return new SecurityModel("none", "0");
    }

    private static LibvirtException failed(String detail, IOException cause) {
        return new LibvirtException(
                ErrorDomain.QEMU,
                ErrorCode.SYSTEM_ERROR,
                "%s: %s".formatted(detail, Reason.of(cause)),
                cause);
    }
}
