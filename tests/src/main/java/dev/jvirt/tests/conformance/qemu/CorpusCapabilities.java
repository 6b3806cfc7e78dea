package dev.jvirt.tests.conformance.qemu;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.GicCapability;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.capabilities.SevCapability;
import dev.jvirt.qemu.capabilities.SgxCapability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Capabilities as the corpus stores them.
final class CorpusCapabilities {
    private final Element root;
    private final boolean stripAliases;

    private CorpusCapabilities(Element root, boolean stripAliases) {
        this.root = root;
        this.stripAliases = stripAliases;
    }

    /// Reads a stored document.
    ///
    /// @param stripAliases whether each alias is a machine of its own
    static QemuCapabilities read(String xml, boolean stripAliases) {
        return new CorpusCapabilities(XmlParser.parse(xml, "(capabilities)"), stripAliases).read();
    }

    private QemuCapabilities read() {
        var builder = QemuCapabilities.builder();
        root.text("emulator").ifPresent(builder::binary);
        for (Element flag : root.children("flag")) {
            QemuFlag.of(flag.required("name")).ifPresent(builder::set);
        }
        builder.version(number(root.text("version").orElse("0")));
        builder.packageVersion(root.text("package").orElse(""));
        builder.arch(root.text("arch").orElse(""));
        for (Accelerator accelerator : Accelerator.values()) {
            builder.accelerator(accelerator, accelerator(accelerator.text()));
        }
        builder.gics(gics());
        root.child("sev").map(CorpusCapabilities::sev).ifPresent(builder::sev);
        root.child("sgx")
                .filter(s -> s.is("supported", "yes"))
                .map(CorpusCapabilities::sgx)
                .ifPresent(builder::sgx);
        root.child("hypervCapabilities").ifPresent(h -> builder.hyperv(names(h.children("cap"))));
        return builder.build();
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    private static List<String> names(List<Element> elements) {
        return elements.stream().map(e -> e.required("name")).toList();
    }

    private AcceleratorCapabilities accelerator(String type) {
        var models = new ArrayList<CpuModel>();
        for (Element cpu : root.children("cpu")) {
            if (cpu.is("type", type)) {
                models.add(
                        new CpuModel(
                                cpu.required("name"),
                                cpu.attribute("typename"),
                                cpu.yesNo("usable"),
                                cpu.is("deprecated", "yes"),
                                names(cpu.children("blocker"))));
            }
        }
        var machines = new ArrayList<MachineType>();
        for (Element machine : root.children("machine")) {
            if (machine.is("type", type)) {
                add(machines, machine);
            }
        }
        return new AcceleratorCapabilities(hostCpu(type), models, machines);
    }

    private void add(List<MachineType> machines, Element machine) {
        var alias = machine.attribute("alias");
        if (stripAliases && alias.isPresent()) {
            machines.add(machine(machine, alias.get(), Optional.empty()));
            machines.add(machine(machine, machine.required("name"), Optional.empty()));
        } else {
            machines.add(machine(machine, machine.required("name"), alias));
        }
    }

    private static MachineType machine(Element machine, String name, Optional<String> alias) {
        return new MachineType(
                name,
                alias,
                machine.unsigned("maxCpus").orElse(0),
                machine.is("hotplugCpus", "yes"),
                machine.is("default", "yes"),
                machine.attribute("defaultCPU"),
                machine.is("numaMemSupported", "yes"),
                machine.attribute("defaultRAMid"),
                machine.is("deprecated", "yes"));
    }

    private Optional<HostCpuModel> hostCpu(String type) {
        for (Element cpu : root.children("hostCPU")) {
            if (cpu.is("type", type)) {
                var properties = new ArrayList<CpuProperty>();
                for (Element property : cpu.children("property")) {
                    properties.add(property(property));
                }
                return Optional.of(
                        new HostCpuModel(
                                cpu.required("model"), cpu.is("migratability", "yes"), properties));
            }
        }
        return Optional.empty();
    }

    private static CpuProperty property(Element property) {
        var kind =
                switch (property.required("type")) {
                    case "boolean" -> CpuProperty.Kind.BOOLEAN;
                    case "number" -> CpuProperty.Kind.NUMBER;
                    default -> CpuProperty.Kind.STRING;
                };
        return new CpuProperty(
                property.required("name"),
                kind,
                property.required("value"),
                property.yesNo("migratable"));
    }

    private List<GicCapability> gics() {
        var gics = new ArrayList<GicCapability>();
        for (Element gic : root.children("gic")) {
            gics.add(
                    new GicCapability(
                            number(gic.required("version")),
                            gic.is("kernel", "yes"),
                            gic.is("emulated", "yes")));
        }
        return gics;
    }

    private static SevCapability sev(Element sev) {
        return new SevCapability(
                number(sev.text("cbitpos").orElse("0")),
                number(sev.text("reducedPhysBits").orElse("0")),
                sev.text("pdh").orElse(""),
                sev.text("certChain").orElse(""),
                sev.text("cpu0Id"));
    }

    private static SgxCapability sgx(Element sgx) {
        var sections = new ArrayList<SgxCapability.Section>();
        for (Element section :
                sgx.child("sections").map(s -> s.children("section")).orElse(List.of())) {
            sections.add(
                    new SgxCapability.Section(
                            number(section.required("node")),
                            Long.parseLong(section.required("size"))));
        }
        return new SgxCapability(
                sgx.text("flc").filter("yes"::equals).isPresent(),
                sgx.text("sgx1").filter("yes"::equals).isPresent(),
                sgx.text("sgx2").filter("yes"::equals).isPresent(),
                Long.parseLong(sgx.text("section_size").orElse("0").strip()),
                sections);
    }
}
