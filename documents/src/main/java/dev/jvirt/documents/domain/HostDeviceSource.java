package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;

/// Which device of the host is passed through.
public sealed interface HostDeviceSource {
    /// A USB device by vendor and product, by place, or both.
    record Usb(
            Optional<StartupPolicy> startupPolicy,
            boolean autoAddress,
            boolean missing,
            Optional<GuestReset> guestReset,
            int vendor,
            int product,
            int bus,
            int device)
            implements HostDeviceSource {
        static Usb parse(Element source, ParseFlags flags) {
            var vendor = source.child("vendor");
            var product = source.child("product");
            if (vendor.isPresent() != product.isPresent()) {
                throw new LibvirtException(
                        INTERNAL_ERROR, vendor.isPresent() ? "missing product" : "missing vendor");
            }
            vendor.ifPresent(v -> v.required("id"));
            product.ifPresent(p -> p.required("id"));
            var address = source.child("address");
            address.ifPresent(a -> a.required("bus"));
            address.ifPresent(a -> a.required("device"));
            if (vendor.filter(v -> v.unsigned("id", 0).orElse(0) == 0).isPresent()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "Invalid value for attribute 'id' in element 'vendor': Zero is not"
                                + " permitted");
            }
            return new Usb(
                    source.choice("startupPolicy", StartupPolicy.class),
                    source.yesNo("autoAddress").orElse(false),
                    false,
                    source.choice("guestReset", GuestReset.class),
                    number(vendor, "id"),
                    number(product, "id"),
                    number(address, "bus"),
                    number(address, "device"));
        }

        private static int number(Optional<Element> element, String name) {
            return element.isEmpty() ? 0 : element.get().unsigned(name, 0).orElse(0);
        }

        @Override
        public String type() {
            return "usb";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            out.startOptional("source").word("startupPolicy", startupPolicy);
            out.yes("autoAddress", autoAddress && flags.migratable());
            out.yes("missing", missing && !flags.inactive());
            out.word("guestReset", guestReset);
            if (vendor != 0) {
                out.start("vendor").hexadecimal("id", vendor, 4).end();
                out.start("product").hexadecimal("id", product, 4).end();
            }
            if (bus != 0 || device != 0) {
                out.start("address");
                if (withType) {
                    out.attribute("type", "usb");
                }
                out.attribute("bus", bus).attribute("device", device).end();
            }
            out.end();
        }
    }

    /// Whether the guest may reset a USB device.
    enum GuestReset implements Word {
        OFF,
        UNINITIALIZED,
        ON
    }

    /// A PCI function.
    record Pci(Optional<Backend> backend, Optional<Boolean> writeFiltering, Address.Pci address)
            implements HostDeviceSource {
        static Pci parse(Element device, Element source) {
            return new Pci(
                    device.child("driver").flatMap(d -> d.choice("name", Backend.class)),
                    source.yesNo("writeFiltering"),
                    source.child("address")
                            .map(Address.Pci::parse)
                            .orElse(new Address.Pci(0, 0, 0, 0)));
        }

        /// The same through another backend.
        public Pci withBackend(Backend value) {
            return new Pci(Optional.of(value), writeFiltering, address);
        }

        @Override
        public String type() {
            return "pci";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            backend.ifPresent(b -> out.start("driver").attribute("name", b).end());
            out.start("source").yesNo("writeFiltering", writeFiltering).start("address");
            if (withType) {
                out.attribute("type", "pci");
            }
            address.formatPlace(out);
            out.end().end();
        }
    }

    /// What hands a PCI function to the guest.
    enum Backend implements Word {
        KVM,
        VFIO,
        XEN
    }

    /// A unit of a SCSI adapter of the host.
    record ScsiUnit(
            Rights rights,
            String adapter,
            int bus,
            int target,
            long unit,
            Optional<ImageState> state)
            implements HostDeviceSource {
        static ScsiUnit parse(Element device, Element source, ParseFlags flags) {
            var address =
                    source.child("address")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "'address' must be specified for scsi hostdev"
                                                            + " source"));
            address.required("bus");
            address.required("target");
            address.required("unit");
            var adapter = source.child("adapter").flatMap(a -> a.attribute("name"));
            if (adapter.isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR, "'adapter' name must be specified for scsi hostdev source");
            }
            return new ScsiUnit(
                    Rights.parse(device),
                    adapter.get(),
                    address.unsigned("bus", 0).orElse(0),
                    address.unsigned("target", 0).orElse(0),
                    address.unsignedLong("unit", 0).orElse(0),
                    ImageState.parse(source, flags));
        }

        /// The same known to the emulator by other names.
        public ScsiUnit withState(ImageState value) {
            return new ScsiUnit(rights, adapter, bus, target, unit, Optional.of(value));
        }

        @Override
        public String type() {
            return "scsi";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            out.start("source").start("adapter").attribute("name", adapter).end();
            out.start("address");
            if (withType) {
                out.attribute("type", "scsi");
            }
            out.attribute("bus", bus).attribute("target", target).attribute("unit", unit).end();
            if (flags.status()) {
                state.ifPresent(names -> names.format(out));
            }
            out.end();
        }
    }

    /// A unit of an iSCSI target.
    record Iscsi(
            Rights rights,
            String name,
            NetworkStorage.Host host,
            Optional<StorageAuthentication> authentication,
            Optional<String> initiator,
            Optional<ImageState> state)
            implements HostDeviceSource {
        static Iscsi parse(Element device, Element source, ParseFlags flags) {
            String name =
                    source.attribute("name")
                            .orElseThrow(() -> wrong("missing iSCSI hostdev source path name"));
            var hosts = source.children("host");
            if (hosts.isEmpty()) {
                throw wrong("missing the host address for the iSCSI hostdev");
            }
            if (hosts.size() > 1) {
                throw wrong("only one source host address may be specified for the iSCSI hostdev");
            }
            var authentication = source.child("auth").map(StorageAuthentication::parse);
            var type = authentication.flatMap(a -> a.secret().type());
            if (authentication.isPresent() && !type.orElse("").equals("iscsi")) {
                throw new LibvirtException(
                        INTERNAL_ERROR,
                        "hostdev invalid secret type '%s'".formatted(type.orElse("")));
            }
            return new Iscsi(
                    Rights.parse(device),
                    name,
                    iscsiHost(hosts.getFirst()),
                    authentication,
                    source.descend("initiator", "iqn").flatMap(i -> i.attribute("name")),
                    ImageState.parse(source, flags));
        }

        /// A host without port stays without: the driver adds it.
        private static NetworkStorage.Host iscsiHost(Element host) {
            return NetworkStorage.Host.parse(host, NetworkStorage.Protocol.RBD);
        }

        /// The same known to the emulator by other names.
        public Iscsi withState(ImageState value) {
            return new Iscsi(rights, name, host, authentication, initiator, Optional.of(value));
        }

        /// The same under another name.
        public Iscsi withName(String value) {
            return new Iscsi(rights, value, host, authentication, initiator, state);
        }

        private static LibvirtException wrong(String message) {
            return new LibvirtException(XML_ERROR, message);
        }

        @Override
        public String type() {
            return "scsi";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            out.start("source").attribute("protocol", "iscsi").attribute("name", name);
            out.start("host").attribute("name", host.name());
            if (host.port() != 0) {
                out.attribute("port", host.port());
            }
            out.end();
            if (flags.status()) {
                state.ifPresent(names -> names.format(out));
            }
            authentication.ifPresent(a -> a.format(out));
            NetworkStorage.formatInitiator(out, initiator);
            out.end();
        }
    }

    /// What the guest may do with a SCSI unit.
    record Rights(
            Optional<DiskPolicy.SgIo> sgIo,
            Optional<Boolean> rawIo,
            boolean readOnly,
            boolean shareable) {
        static Rights parse(Element device) {
            return new Rights(
                    device.choice("sgio", DiskPolicy.SgIo.class),
                    device.yesNo("rawio"),
                    device.has("readonly"),
                    device.has("shareable"));
        }
    }

    /// A vhost-scsi target of the host.
    record ScsiHost(Optional<VirtioModel> model, String wwpn) implements HostDeviceSource {
        static ScsiHost parse(Element device, Element source) {
            String protocol =
                    source.attribute("protocol")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "Missing scsi_host subsystem protocol"));
            if (!protocol.equals("vhost")) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "Unknown scsi_host subsystem protocol '%s'".formatted(protocol));
            }
            String wwpn =
                    source.attribute("wwpn")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "missing vhost-scsi hostdev source wwpn"));
            if (!wwpn.startsWith("naa.")) {
                throw new LibvirtException(XML_ERROR, "malformed 'wwpn' value");
            }
            return new ScsiHost(device.choice("model", VirtioModel.class, "default"), wwpn);
        }

        @Override
        public String type() {
            return "scsi_host";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            out.start("source").attribute("protocol", "vhost").attribute("wwpn", wwpn).end();
        }
    }

    /// A mediated device.
    record Mediated(
            MediatedModel model, Optional<Boolean> display, Optional<Boolean> ramFb, UUID uuid)
            implements HostDeviceSource {
        static Mediated parse(Element device, Element source) {
            var address =
                    source.child("address")
                            .orElseThrow(() -> unsupported("Missing <address> element"));
            String uuid =
                    address.attribute("uuid")
                            .orElseThrow(
                                    () ->
                                            unsupported(
                                                    "Missing 'uuid' attribute for element"
                                                            + " <address>"));
            return new Mediated(
                    device.requiredChoice("model", MediatedModel.class),
                    device.onOff("display"),
                    device.onOff("ramfb"),
                    Uuids.parse(uuid)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    INTERNAL_ERROR,
                                                    "Cannot parse uuid attribute of element"
                                                            + " <address>")));
        }

        private static LibvirtException unsupported(String message) {
            return new LibvirtException(CONFIG_UNSUPPORTED, message);
        }

        /// The same with or without a display.
        public Mediated withDisplay(Optional<Boolean> value) {
            return new Mediated(model, value, ramFb, uuid);
        }

        @Override
        public String type() {
            return "mdev";
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            out.start("source").start("address").attribute("uuid", uuid.toString()).end().end();
        }
    }

    /// The interface of a mediated device.
    enum MediatedModel implements Word {
        VFIO_PCI,
        VFIO_CCW,
        VFIO_AP
    }

    /// A device that is shown to a container.
    record Capability(CapabilityKind kind, String name, IpConfiguration addresses)
            implements HostDeviceSource {
        static Capability parse(Element device, String type) {
            var kind =
                    Word.find(CapabilityKind.class, type)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    CONFIG_UNSUPPORTED,
                                                    "unknown host device source address type '%s'"
                                                            .formatted(type)));
            var source =
                    device.child("source")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "Missing <source> element in hostdev device"));
            String name =
                    source.text(kind.element)
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "Missing <%s> element in hostdev %s device"
                                                            .formatted(kind.element, type)));
            return new Capability(
                    kind,
                    name,
                    kind == CapabilityKind.NET
                            ? IpConfiguration.parse(device)
                            : IpConfiguration.NONE);
        }

        @Override
        public String type() {
            return kind.word();
        }

        @Override
        public void format(XmlWriter out, FormatFlags flags, boolean withType) {
            out.start("source").leaf(kind.element, name).end();
            addresses.format(out);
        }
    }

    /// The kinds of devices that containers are shown.
    enum CapabilityKind implements Word {
        STORAGE("block"),
        MISC("char"),
        NET("interface");

        private final String element;

        CapabilityKind(String element) {
            this.element = element;
        }
    }

    /// The word of the `type` attribute.
    String type();

    /// Writes the `<source>` and what stands around it.
    ///
    /// @param withType whether the address in the source carries its type
    void format(XmlWriter out, FormatFlags flags, boolean withType);

    /// Reads the source of a device in mode `subsystem`.
    static HostDeviceSource parseSubsystem(Element device, String type, ParseFlags flags) {
        switch (type) {
            case "usb", "pci", "scsi", "scsi_host", "mdev" -> {}
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "unknown host device source address type '%s'".formatted(type));
        }
        var source =
                device.child("source")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "Missing <source> element in hostdev device"));
        checkAttributes(device, source, type);
        checkModel(device, type);
        return switch (type) {
            case "usb" -> Usb.parse(source, flags);
            case "pci" -> Pci.parse(device, source);
            case "scsi" -> scsi(device, source, flags);
            case "scsi_host" -> ScsiHost.parse(device, source);
            default -> Mediated.parse(device, source);
        };
    }

    private static void checkAttributes(Element device, Element source, String type) {
        if (!type.equals("usb") && source.attribute("startupPolicy").isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "Setting startupPolicy is only allowed for USB devices");
        }
        for (String attribute : new String[] {"sgio", "rawio"}) {
            if (!type.equals("scsi") && device.attribute(attribute).isPresent()) {
                throw new LibvirtException(
                        XML_ERROR,
                        "%s is only supported for scsi host device".formatted(attribute));
            }
        }
    }

    private static void checkModel(Element device, String type) {
        boolean hasModel = type.equals("mdev") || type.equals("scsi_host");
        if (!hasModel && device.attribute("model").isPresent()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "'model' attribute in <hostdev> is only supported when type='%s'"
                            .formatted(type));
        }
    }

    private static HostDeviceSource scsi(Element device, Element source, ParseFlags flags) {
        String protocol = source.attribute("protocol").orElse("adapter");
        return switch (protocol) {
            case "adapter" -> ScsiUnit.parse(device, source, flags);
            case "iscsi" -> Iscsi.parse(device, source, flags);
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "Unknown SCSI subsystem protocol '%s'".formatted(protocol));
        };
    }
}
