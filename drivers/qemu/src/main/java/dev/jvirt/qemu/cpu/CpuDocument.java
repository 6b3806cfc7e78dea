package dev.jvirt.qemu.cpu;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.documents.domain.Cpu.Mode;
import dev.jvirt.documents.domain.Cpu.ModelOptions;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.qemu.capabilities.Architectures;
import java.util.Optional;

/// `<cpu>` on its own: a host's processor, which tells its architecture, or what a guest wants.
///
/// @param arch a host's
/// @param cpu a host's has all features that it names
record CpuDocument(Optional<String> arch, Cpu cpu) {
    private static final String NAME = "(CPU_definition)";

    /// Reads either.
    static CpuDocument parse(String xml) {
        Element cpu = root(xml);
        if (!cpu.has("arch")) {
            return new CpuDocument(Optional.empty(), Cpu.parse(cpu));
        }
        if (cpu.attribute("match").isPresent()) {
            throw CpuArchitecture.error(
                    XML_ERROR,
                    "'arch' element cannot be used inside 'cpu' element with 'match' attribute'");
        }
        return host(cpu);
    }

    /// Reads a host's.
    static CpuDocument parseHost(String xml) {
        return host(root(xml));
    }

    private static Element root(String xml) {
        Element root = XmlParser.parse(xml, NAME);
        if (!root.name().equals("cpu")) {
            throw CpuArchitecture.error(XML_ERROR, "XML does not contain expected 'cpu' element");
        }
        return root;
    }

    private static CpuDocument host(Element cpu) {
        if (cpu.attribute("mode").isPresent()) {
            throw CpuArchitecture.error(
                    CONFIG_UNSUPPORTED, "Attribute mode is only allowed for guest CPU");
        }
        String arch =
                cpu.text("arch")
                        .orElseThrow(
                                () -> CpuArchitecture.error(XML_ERROR, "Missing CPU architecture"));
        if (!Architectures.ALL.contains(arch)) {
            throw CpuArchitecture.error(
                    CONFIG_UNSUPPORTED, "Unknown architecture %s".formatted(arch));
        }
        if (cpu.text("model").isEmpty()) {
            throw CpuArchitecture.error(XML_ERROR, "Missing CPU model name");
        }
        return new CpuDocument(Optional.of(arch), withAllFeatures(Cpu.parse(cpu)));
    }

    private static Cpu withAllFeatures(Cpu said) {
        var named = NamedCpu.of(said);
        return Cpu.of(Mode.CUSTOM)
                .withModel(named.model(), new ModelOptions(false, Optional.empty(), named.vendor()))
                .withFeatures(
                        named.features().stream()
                                .map(f -> new Feature(f.name(), FeaturePolicy.REQUIRE))
                                .toList());
    }
}
