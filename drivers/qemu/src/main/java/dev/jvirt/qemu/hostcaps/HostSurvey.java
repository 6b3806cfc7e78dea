package dev.jvirt.qemu.hostcaps;

import dev.jvirt.host.node.NodeFolders;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.hostcaps.HostDescription.MigrationFeatures;
import dev.jvirt.qemu.hostcaps.HostDescription.SecurityLabels;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Finds out what this host is.
///
/// What the kernel does not tell, or tells in a way that makes no sense, is left out: the document
/// is for programs that can live without most of it.
public final class HostSurvey {
    private static final System.Logger LOG = System.getLogger("qemu.capabilities");

    private final Path root;
    private final NodeFolders folders;
    private final String arch;
    private final Optional<NamedCpu> processor;

    /// @param root the folder that holds `sys`, `proc` and `dev`; `/` but in tests
    /// @param arch the architecture of the host, by libvirt's name
    /// @param processor the name of its processors; absent if there is none
    public HostSurvey(Path root, String arch, Optional<NamedCpu> processor) {
        this.root = root;
        this.folders =
                new NodeFolders(
                        root.resolve("sys/devices/system"),
                        root.resolve("proc"),
                        root.resolve("sys/fs/resctrl"));
        this.arch = arch;
        this.processor = processor;
    }

    /// The host as it is now.
    ///
    /// @param security the security drivers that guard guests, in their order
    public HostDescription describe(UUID uuid, List<SecurityLabels> security) {
        Optional<HostHardware> hardware = hardware();
        return new HostDescription(
                Optional.of(uuid),
                new CpuSurvey(root, folders, arch).describe(processor, hardware),
                Set.of(), // who can put the host to sleep is a matter of its init system
                hasIommu(),
                Optional.of(MigrationFeatures.QEMU),
                hardware,
                security);
    }

    private Optional<HostHardware> hardware() {
        try {
            return Optional.of(HostHardware.read(folders));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the host's hardware is left out", e);
            return Optional.empty();
        }
    }

    /// Devices are in groups where there is something that can keep them apart.
    private boolean hasIommu() {
        try (DirectoryStream<Path> groups =
                Files.newDirectoryStream(root.resolve("sys/kernel/iommu_groups"))) {
            return groups.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
