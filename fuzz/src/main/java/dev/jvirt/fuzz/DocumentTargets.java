package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.base.domain.DomainDocuments;
import dev.jvirt.documents.domain.DeviceParser;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.network.NetworkDefinition;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.address.HostPci;
import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.completion.CompletionContext;
import dev.jvirt.qemu.completion.DefinitionSettings;
import dev.jvirt.qemu.completion.QemuDefinitions;
import dev.jvirt.qemu.status.StatusDocument;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Documents: all that is XML. What is read is also printed, since a client asks for that next.
final class DocumentTargets {
    private static final QemuDefinitions QEMU =
            new QemuDefinitions(
                    new CompletionContext(
                            "x86_64",
                            new SeedEmulator(),
                            DefinitionSettings.of("/var/lib/libvirt/qemu"),
                            HostPci.UNKNOWN,
                            () -> new UUID(0, 0)));

    private DocumentTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                target("xml", "XML itself", "xml", DocumentTargets::tree),
                target("domain", "<domain> as it stands", "domain", DocumentTargets::domain),
                target(
                        "domain-defined",
                        "<domain>, completed and checked",
                        "domain",
                        DocumentTargets::defined),
                target(
                        "domain-qemu",
                        "<domain>, made ready for QEMU",
                        "domain",
                        DocumentTargets::qemu),
                target(
                        "device",
                        "one device, as attach-device reads it",
                        "device",
                        DocumentTargets::device),
                target(
                        "network",
                        "<network>",
                        "network",
                        text -> NetworkDefinition.parse(text).format()),
                target(
                        "status",
                        "<domstatus>, what a daemon leaves for the next",
                        "status",
                        text -> StatusDocument.parse(text).format()),
                target(
                        "qemu-capabilities",
                        "the cache of what a QEMU can do",
                        "qemuCaps",
                        CapabilitiesReader::parse),
                target(
                        "cpu",
                        "<cpu>, as hypervisor-cpu-compare reads it",
                        "cpu",
                        text -> Hidden.call("dev.jvirt.qemu.cpu.CpuDocument", "parse", text)),
                target(
                        "cpu-host",
                        "<capabilities>, as cpu-compare reads it",
                        "cpu",
                        text -> Hidden.call("dev.jvirt.qemu.cpu.CpuDocument", "parseHost", text)),
                target(
                        "virsh-xml",
                        "documents that virsh searches",
                        "xml",
                        text -> XmlQuery.of(text).findWrapped("//*[@type]")));
    }

    private static FuzzTarget target(
            String name, String purpose, String seeds, Consumer<String> reading) {
        return new FuzzTarget(
                name,
                purpose,
                Set.of(LibvirtException.class),
                () -> SeedFiles.of(seeds),
                SeedFiles.words(seeds),
                input -> reading.accept(new String(input, UTF_8)));
    }

    private static void tree(String text) {
        var root = XmlParser.parse(text, "(fuzz)");
        root.text();
        new XmlWriter().foreign(root);
    }

    private static void domain(String text) {
        DomainDefinition.parse(text, ParseFlags.LIVE).format(FormatFlags.LIVE);
    }

    private static void defined(String text) {
        var documents =
                (DomainDocuments) Hidden.constant("dev.jvirt.test.TestDocuments", "DOMAINS");
        documents.read(text).format(FormatFlags.INACTIVE);
    }

    private static void qemu(String text) {
        QEMU.parse(text, ParseFlags.INACTIVE).format(FormatFlags.INACTIVE);
    }

    private static void device(String text) {
        DeviceParser.parse(XmlParser.parse(text, "(device_definition)"), ParseFlags.INACTIVE);
    }
}
