package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.host.kvm.KvmDevice;
import dev.jvirt.host.node.CpuIdentity;
import dev.jvirt.host.node.NodeFolders;
import dev.jvirt.host.node.NodeTopology;
import dev.jvirt.host.node.NumaCell;
import dev.jvirt.host.node.PagePool;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.hostcaps.HostCpu.Counter;
import dev.jvirt.qemu.hostcaps.HostCpu.Kind;
import dev.jvirt.qemu.hostcaps.HostCpu.Signature;
import dev.jvirt.qemu.hostcaps.HostCpu.Topology;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds out what processors this host has.
///
/// They are described by their name and by what the kernel says of them.
final class CpuSurvey {
    private static final System.Logger LOG = System.getLogger("qemu.capabilities");

    private final Path root;
    private final NodeFolders folders;
    private final String arch;
    private final CpuIdentity identity;

    CpuSurvey(Path root, NodeFolders folders, String arch) {
        this.root = root;
        this.folders = folders;
        this.arch = arch;
        CpuIdentity read;
        try {
            read = CpuIdentity.read(folders, arch);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the processors stay unknown", e);
            read = new CpuIdentity(arch, Map.of());
        }
        this.identity = read;
    }

    /// @param processor their name, if they have one
    HostCpu describe(Optional<NamedCpu> processor, Optional<HostHardware> hardware) {
        boolean x86 = Architectures.isX86(arch);
        return new HostCpu(
                arch,
                x86 ? kind(processor) : Kind.UNKNOWN,
                x86 ? counter() : Optional.empty(),
                topology(),
                x86 ? addressBits() : OptionalInt.empty(),
                hardware.map(CpuSurvey::pages).orElse(List.of()));
    }

    private Kind kind(Optional<NamedCpu> processor) {
        OptionalInt microcode = number("microcode", 16);
        OptionalInt family = number("cpu family", 10);
        OptionalInt model = number("model", 10);
        OptionalInt stepping = number("stepping", 10);
        return new Kind(
                processor.flatMap(NamedCpu::model),
                processor
                        .flatMap(NamedCpu::vendor)
                        .or(() -> identity.vendor().flatMap(CpuSurvey::vendor)),
                microcode,
                family.isPresent() && model.isPresent() && stepping.isPresent()
                        ? Optional.of(
                                new Signature(
                                        family.getAsInt(), model.getAsInt(), stepping.getAsInt()))
                        : Optional.empty(),
                processor.map(NamedCpu::features).orElse(List.of()).stream()
                        .map(Cpu.Feature::name)
                        .toList());
    }

    private static Optional<String> vendor(String ownName) {
        return switch (ownName) {
            case "GenuineIntel" -> Optional.of("Intel");
            case "AuthenticAMD" -> Optional.of("AMD");
            case "HygonGenuine" -> Optional.of("Hygon");
            default -> Optional.empty();
        };
    }

    private OptionalInt number(String field, int base) {
        String text = identity.fields().getOrDefault(field, "");
        try {
            return OptionalInt.of(
                    Integer.parseUnsignedInt(
                            text.startsWith("0x") ? text.substring(2) : text, base));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /// The time stamp counter, if it runs on whatever the processors do.
    private Optional<Counter> counter() {
        List<String> flags = Arrays.asList(identity.fields().getOrDefault("flags", "").split(" "));
        if (!flags.contains("constant_tsc") || !flags.contains("nonstop_tsc")) {
            return Optional.empty();
        }
        try (KvmDevice kvm = KvmDevice.open(root.resolve("dev/kvm"))) {
            return Optional.of(
                    new Counter(
                            "tsc", kvm.timeStampFrequency(), Optional.of(kvm.scalesTimeStamps())));
        } catch (IOException e) {
            return Optional.empty(); // only KVM knows exactly
        }
    }

    private Optional<Topology> topology() {
        try {
            NodeTopology node = NodeTopology.read(folders, arch, 0);
            return Optional.of(new Topology(node.sockets(), 1, node.cores(), node.threads()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the topology stays unknown", e);
            return Optional.empty();
        }
    }

    /// `48 bits physical, 48 bits virtual`
    private OptionalInt addressBits() {
        String sizes = identity.fields().getOrDefault("address sizes", "");
        int end = sizes.indexOf(" bits physical");
        try {
            return end > 0
                    ? OptionalInt.of(Integer.parseInt(sizes.substring(0, end)))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static List<Integer> pages(HostHardware hardware) {
        return hardware.cells().stream().findFirst().map(NumaCell::pages).orElse(List.of()).stream()
                .map(PagePool::size)
                .toList();
    }
}
