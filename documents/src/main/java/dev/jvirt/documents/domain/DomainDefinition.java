package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// `<domain>`: everything a document says about a domain. Immutable; the `with` methods give
/// changed copies.
///
/// @param id number while the domain runs
public record DomainDefinition(
        VirtType type,
        OptionalInt id,
        Identity identity,
        Resources resources,
        Platform platform,
        Devices devices,
        Security security,
        QemuExtensions qemu) {
    private static final String DOCUMENT = "(domain_definition)";

    /// Reads a document as it stands, without filling in or checking anything across elements.
    public static DomainDefinition parse(String xml, ParseFlags flags) {
        return parse(XmlParser.parse(xml, DOCUMENT, "domain"), flags);
    }

    /// Reads the persistent definition in a document.
    public static DomainDefinition parse(String xml) {
        return parse(xml, ParseFlags.INACTIVE);
    }

    /// Reads a `<domain>` in a larger document.
    public static DomainDefinition parse(Element domain, ParseFlags flags) {
        OptionalInt id = flags.inactive() ? OptionalInt.empty() : domain.nonNegative("id");
        var identity = Identity.parse(domain);
        var type = type(domain);
        var security = Security.parse(domain, flags);
        var resources = Resources.parse(domain, flags);
        var platform = Platform.parse(domain, type, flags);
        var devices = Devices.parse(domain, flags);
        checkUuid(identity, platform.os().systemInfo());
        return new DomainDefinition(
                type,
                id,
                identity,
                resources,
                platform,
                devices,
                security,
                QemuExtensions.parse(domain));
    }

    /// What the guest reads as its UUID cannot differ from what it is.
    private static void checkUuid(Identity identity, SystemInfo info) {
        boolean differs =
                identity.uuid().isPresent()
                        && info.uuid().isPresent()
                        && !identity.uuid().equals(info.uuid());
        if (differs) {
            throw new LibvirtException(XML_DETAIL, "UUID mismatch between <uuid> and <sysinfo>");
        }
    }

    private static VirtType type(Element domain) {
        String word =
                domain.attribute("type")
                        .filter(t -> !t.isEmpty())
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR, "missing domain type attribute"));
        return Word.find(VirtType.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        CONFIG_UNSUPPORTED,
                                        "invalid domain type %s".formatted(word)));
    }

    /// The name.
    public String name() {
        return identity.name();
    }

    /// The UUID; absent until one is generated.
    public Optional<UUID> uuid() {
        return identity.uuid();
    }

    /// Memory.
    public Memory memory() {
        return resources.memory();
    }

    /// Virtual processors.
    public Vcpus vcpus() {
        return resources.vcpus();
    }

    /// The processor the guest sees.
    public Optional<Cpu> cpu() {
        return resources.cpu();
    }

    /// How the guest is booted.
    public Os os() {
        return platform.os();
    }

    /// What the machine offers.
    public Features features() {
        return platform.features();
    }

    /// The clock.
    public Clock clock() {
        return platform.clock();
    }

    /// What happens when the guest ends.
    public Lifecycle lifecycle() {
        return platform.lifecycle();
    }

    /// The same with another identity.
    public DomainDefinition withIdentity(Identity value) {
        return new DomainDefinition(type, id, value, resources, platform, devices, security, qemu);
    }

    /// The same with another name.
    public DomainDefinition withName(String value) {
        return withIdentity(identity.withName(value));
    }

    /// The same with another UUID.
    public DomainDefinition withUuid(UUID value) {
        return withIdentity(identity.withUuid(value));
    }

    /// The same run by another kind of hypervisor.
    public DomainDefinition withType(VirtType value) {
        return new DomainDefinition(
                value, id, identity, resources, platform, devices, security, qemu);
    }

    /// The same running under a number, or not running.
    public DomainDefinition withId(OptionalInt value) {
        return new DomainDefinition(
                type, value, identity, resources, platform, devices, security, qemu);
    }

    /// The same with other resources.
    public DomainDefinition withResources(Resources value) {
        return new DomainDefinition(type, id, identity, value, platform, devices, security, qemu);
    }

    /// The same with other memory.
    public DomainDefinition withMemory(Memory value) {
        return withResources(resources.withMemory(value));
    }

    /// The same with other virtual processors.
    public DomainDefinition withVcpus(Vcpus value) {
        return withResources(resources.withVcpus(value));
    }

    /// The same with another processor.
    public DomainDefinition withCpu(Optional<Cpu> value) {
        return withResources(resources.withCpu(value));
    }

    /// The same booted in another way.
    public DomainDefinition withOs(Os value) {
        return withPlatform(
                new Platform(value, platform.features(), platform.clock(), platform.lifecycle()));
    }

    /// The same with other features.
    public DomainDefinition withFeatures(Features value) {
        return withPlatform(
                new Platform(platform.os(), value, platform.clock(), platform.lifecycle()));
    }

    /// The same with another clock.
    public DomainDefinition withClock(Clock value) {
        return withPlatform(
                new Platform(platform.os(), platform.features(), value, platform.lifecycle()));
    }

    /// The same ending in another way.
    public DomainDefinition withLifecycle(Lifecycle value) {
        return withPlatform(
                new Platform(platform.os(), platform.features(), platform.clock(), value));
    }

    /// The same on another platform.
    public DomainDefinition withPlatform(Platform value) {
        return new DomainDefinition(type, id, identity, resources, value, devices, security, qemu);
    }

    /// The same with other devices.
    public DomainDefinition withDevices(Devices value) {
        return new DomainDefinition(type, id, identity, resources, platform, value, security, qemu);
    }

    /// The same with other security settings.
    public DomainDefinition withSecurity(Security value) {
        return new DomainDefinition(type, id, identity, resources, platform, devices, value, qemu);
    }

    /// The same with other extensions for QEMU.
    public DomainDefinition withQemu(QemuExtensions value) {
        return new DomainDefinition(
                type, id, identity, resources, platform, devices, security, value);
    }

    /// The document.
    public String format(FormatFlags flags) {
        var out = new XmlWriter();
        format(out, flags);
        return out.toString();
    }

    /// Writes the document into a larger one. A domain without number is always inactive.
    public void format(XmlWriter out, FormatFlags flags) {
        format(out, "domain", flags);
    }

    /// Writes the document under another name of the root element.
    public void format(XmlWriter out, String root, FormatFlags wanted) {
        var flags = id.isEmpty() ? wanted.asInactive() : wanted;
        out.start(root).attribute("type", type);
        if (!flags.inactive()) {
            out.attribute("id", id);
        }
        qemu.formatNamespace(out);
        identity.format(out);
        formatResources(out, flags);
        os().format(out, type, flags);
        features().format(out);
        cpu().ifPresent(c -> c.format(out));
        clock().format(out, flags);
        lifecycle().format(out);
        resources.tuning().perf().format(out);
        devices.format(out, os().type(), flags);
        security.format(out, flags);
        qemu.format(out);
        out.end();
    }

    private void formatResources(XmlWriter out, FormatFlags flags) {
        var tuning = resources.tuning();
        memory().format(out);
        tuning.blkio().format(out);
        memory().tune().format(out);
        memory().backing().format(out);
        vcpus().format(out);
        resources.ioThreads().format(out);
        tuning.cpu().format(out, resources.ioThreads(), flags);
        tuning.numa().format(out);
        tuning.resource().format(out);
    }
}
