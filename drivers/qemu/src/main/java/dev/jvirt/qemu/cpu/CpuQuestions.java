package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.capabilities.Architectures;
import java.util.List;
import java.util.Optional;

/// The questions that programs ask about processors: documents in, a verdict or a document out.
public final class CpuQuestions {
    private CpuQuestions() {}

    /// What several processors are to have in common.
    ///
    /// @param expanded whether to name all features, also those of the model
    /// @param migratable whether to leave out what a guest cannot take along to another host
    public record Wish(boolean expanded, boolean migratable) {}

    /// The models that documents may have, for `virConnectGetCPUModelNames`; none if all are
    /// accepted.
    ///
    /// @throws dev.jvirt.api.LibvirtException NO_SUPPORT if nothing is known of that architecture
    public static List<String> models(String arch) {
        if (CpuArchitecture.of(arch) instanceof OtherCpus other) {
            throw other.unknown();
        }
        return CpuArchitecture.of(arch).models().orElse(List.of());
    }

    /// Compares a processor, a host's or a guest's, with the one of a host, for
    /// `virConnectCompareCPU`, or with what an emulator gives on it, for
    /// `virConnectCompareHypervisorCPU`. Whether what is incompatible is an error is for the caller
    /// to decide, see [Comparison#require].
    ///
    /// @param arch the architecture of the host
    /// @param host what there is; absent if it has no name
    /// @param xml a `<cpu>` element
    public static Comparison compare(String arch, Optional<NamedCpu> host, String xml) {
        var document = CpuDocument.parse(xml);
        if (document.arch().filter(other -> !isRelated(arch, other)).isPresent()) {
            return Comparison.incompatible(
                    "CPU arch %s does not match host arch".formatted(document.arch().get()));
        }
        var architecture = CpuArchitecture.of(arch);
        return host.map(known -> architecture.compare(known, document.cpu()))
                .orElseGet(architecture::compareWithUnknown);
    }

    private static boolean isRelated(String arch, String other) {
        return Architectures.isX86(arch)
                ? Architectures.isX86(other)
                : Architectures.isPpc64(arch) ? Architectures.isPpc64(other) : arch.equals(other);
    }

    /// The processor that each of several hosts' is at least, for `virConnectBaselineCPU`.
    ///
    /// @param xmls `<cpu>` elements
    public static String baseline(List<String> xmls, Wish wish) {
        requireSome(xmls);
        var documents = xmls.stream().map(CpuDocument::parseHost).toList();
        var architecture = CpuArchitecture.of(documents.getFirst().arch().orElseThrow());
        Cpu common = architecture.common(named(documents), Optional.empty(), wish.migratable());
        return text(wish.expanded() ? architecture.expanded(common) : common);
    }

    /// The same as an emulator can make it, for `virConnectBaselineHypervisorCPU`.
    ///
    /// @param arch the guests' architecture
    public static String baseline(
            String arch, EmulatorCpus emulator, List<String> xmls, Wish wish) {
        requireSome(xmls);
        var documents = xmls.stream().map(CpuDocument::parse).toList();
        var architecture = CpuArchitecture.of(arch);
        Cpu common =
                architecture.common(named(documents), Optional.of(emulator), wish.migratable());
        var options = common.modelOptions();
        common =
                common.withModel(
                        common.model(),
                        new ModelOptions(true, options.vendorId(), options.vendor()));
        return text(wish.expanded() ? architecture.expanded(common) : common);
    }

    private static void requireSome(List<String> xmls) {
        if (xmls.isEmpty()) {
            throw CpuArchitecture.error(ErrorCode.INVALID_ARG, "No CPUs given");
        }
    }

    private static List<NamedCpu> named(List<CpuDocument> documents) {
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i).cpu().model().isEmpty()) {
                throw CpuArchitecture.error(
                        ErrorCode.INVALID_ARG, "no CPU model specified at index %d".formatted(i));
            }
        }
        return documents.stream().map(document -> NamedCpu.of(document.cpu())).toList();
    }

    private static String text(Cpu cpu) {
        var out = new XmlWriter();
        cpu.format(out);
        return out.toString();
    }
}
