package dev.jvirt.qemu.capabilities;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.host.kvm.CpuidLeaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads libvirt's cache document, `<qemuCaps>`, which [CapabilitiesWriter] writes.
public final class CapabilitiesReader {
    private static final String ROOT = "qemuCaps";

    private final Element root;

    private CapabilitiesReader(Element root) {
        this.root = root;
    }

    /// The capabilities in a document.
    ///
    /// @throws LibvirtException XML_ERROR, or INTERNAL_ERROR if it is well formed and makes no
    /// sense
    public static QemuCapabilities parse(String text) {
        return new CapabilitiesReader(XmlParser.parse(text, "(capabilities)", ROOT)).document();
    }

    private QemuCapabilities document() {
        var found = QemuCapabilities.builder();
        found.binary(text("emulator")).stamp(stamp());
        for (Element flag : root.children("flag")) {
            found.set(flag(flag.required("name")));
        }
        found.version(wholeNumber("version"));
        found.packageVersion(root.text("package").orElse(""));
        found.arch(arch(text("arch"))).host(host());
        for (Accelerator accelerator : Accelerator.values()) {
            var offer = accelerator(accelerator.text());
            if (!offer.equals(AcceleratorCapabilities.NONE)) {
                found.accelerator(accelerator, offer);
            }
        }
        found.gics(gics());
        root.child("sev").map(CapabilitiesReader::sev).ifPresent(found::sev);
        supported("sgx").map(CapabilitiesReader::sgx).ifPresent(found::sgx);
        supported("hypervCapabilities").map(CapabilitiesReader::hyperv).ifPresent(found::hyperv);
        return found.build();
    }

    private Optional<Element> supported(String name) {
        return root.child(name).filter(element -> element.is("supported", "yes"));
    }

    private CacheStamp stamp() {
        return new CacheStamp(
                number("qemuctime"),
                root.number("qemumoddirmtime").orElse(0),
                number("selfctime"),
                root.number("selfvers").orElse(0));
    }

    private static QemuFlag flag(String name) {
        return QemuFlag.of(name)
                .orElseThrow(() -> failure("Unknown qemu capabilities flag " + name));
    }

    private static String arch(String name) {
        if (!Architectures.ALL.contains(name)) {
            throw failure("unknown arch %s in QEMU capabilities cache".formatted(name));
        }
        return name;
    }

    private HostFacts host() {
        return new HostFacts(
                wholeNumber("kvmVersion"),
                (int) root.number("microcodeVersion").orElse(0),
                root.text("hostCPUSignature"),
                root.text("kernelVersion"),
                cpuid(),
                root.has("kvmSupportsNesting"),
                root.has("kvmSupportsSecureGuest"));
    }

    private List<CpuidLeaf> cpuid() {
        var leaves = new ArrayList<CpuidLeaf>();
        Optional<Element> cpudata = root.child("cpudata").filter(data -> data.is("arch", "x86"));
        for (Element leaf : cpudata.map(data -> data.children("cpuid")).orElse(List.of())) {
            leaves.add(
                    new CpuidLeaf(
                            register(leaf, "eax_in"),
                            register(leaf, "ecx_in"),
                            register(leaf, "eax"),
                            register(leaf, "ebx"),
                            register(leaf, "ecx"),
                            register(leaf, "edx")));
        }
        return leaves;
    }

    private static int register(Element leaf, String name) {
        return (int) leaf.unsignedLong(name, 0).orElseThrow(() -> leaf.missing(name));
    }

    private AcceleratorCapabilities accelerator(String type) {
        Optional<HostCpuModel> hostCpu = Optional.empty();
        var models = new ArrayList<CpuModel>();
        var machines = new ArrayList<MachineType>();
        for (Element child : root.children()) {
            if (child.is("type", type)) {
                switch (child.name()) {
                    case "hostCPU" -> hostCpu = Optional.of(hostCpu(child));
                    case "cpu" -> models.add(cpuModel(child));
                    case "machine" -> machines.add(machine(child));
                    default -> {} // of a later version
                }
            }
        }
        return new AcceleratorCapabilities(hostCpu, models, machines);
    }

    private static HostCpuModel hostCpu(Element cpu) {
        var properties = new ArrayList<CpuProperty>();
        for (Element property : cpu.children("property")) {
            properties.add(
                    new CpuProperty(
                            property.required("name"),
                            kind(property),
                            property.required("value"),
                            property.yesNo("migratable")));
        }
        return new HostCpuModel(cpu.required("model"), cpu.is("migratability", "yes"), properties);
    }

    private static CpuProperty.Kind kind(Element property) {
        String type = property.required("type");
        for (CpuProperty.Kind kind : CpuProperty.Kind.values()) {
            if (kind.text().equals(type)) {
                return kind;
            }
        }
        throw property.invalid("type", type);
    }

    private static CpuModel cpuModel(Element cpu) {
        var blockers = new ArrayList<String>();
        for (Element blocker : cpu.children("blocker")) {
            blockers.add(blocker.required("name"));
        }
        return new CpuModel(
                cpu.required("name"),
                cpu.attribute("typename"),
                cpu.yesNo("usable"),
                cpu.is("deprecated", "yes"),
                blockers);
    }

    private static MachineType machine(Element machine) {
        return new MachineType(
                machine.required("name"),
                machine.attribute("alias"),
                machine.unsigned("maxCpus").orElse(0),
                machine.is("hotplugCpus", "yes"),
                machine.is("default", "yes"),
                machine.attribute("defaultCPU"),
                machine.is("numaMemSupported", "yes"),
                machine.attribute("defaultRAMid"),
                machine.is("deprecated", "yes"));
    }

    private List<GicCapability> gics() {
        var gics = new ArrayList<GicCapability>();
        for (Element gic : root.children("gic")) {
            gics.add(
                    new GicCapability(
                            gic.unsigned("version").orElseThrow(() -> gic.missing("version")),
                            gic.is("kernel", "yes"),
                            gic.is("emulated", "yes")));
        }
        return gics;
    }

    private static SevCapability sev(Element sev) {
        return new SevCapability(
                sev.number("cbitpos").orElse(0),
                sev.number("reducedPhysBits").orElse(0),
                sev.text("pdh").orElse(""),
                sev.text("certChain").orElse(""),
                sev.text("cpu0Id"));
    }

    private static SgxCapability sgx(Element sgx) {
        var sections = new ArrayList<SgxCapability.Section>();
        for (Element section : sgx.descend("sections").map(Element::children).orElse(List.of())) {
            sections.add(
                    new SgxCapability.Section(
                            section.unsigned("node").orElse(0),
                            section.unsignedLong("size").orElse(0)));
        }
        return new SgxCapability(
                isYes(sgx, "flc"),
                isYes(sgx, "sgx1"),
                isYes(sgx, "sgx2"),
                sgx.number("section_size").orElse(0),
                sections);
    }

    private static boolean isYes(Element parent, String child) {
        return parent.text(child).filter("yes"::equals).isPresent();
    }

    private static List<String> hyperv(Element hyperv) {
        var names = new ArrayList<String>();
        for (Element cap : hyperv.children("cap")) {
            names.add(cap.required("name"));
        }
        return names;
    }

    private String text(String element) {
        return root.text(element).orElseThrow(() -> missing(element));
    }

    private long number(String element) {
        return root.number(element).orElseThrow(() -> missing(element));
    }

    private int wholeNumber(String element) {
        long value = number(element);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw failure(
                    "%s %d in QEMU capabilities cache is no version".formatted(element, value));
        }
        return (int) value;
    }

    private static LibvirtException missing(String element) {
        return failure("missing %s in QEMU capabilities cache".formatted(element));
    }

    private static LibvirtException failure(String message) {
        return new LibvirtException(ErrorCode.INTERNAL_ERROR, message);
    }
}
