package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<address>`: where on a bus the guest finds a device.
public sealed interface Address {
    /// On a PCI bus. All zero means that the place is still to be found.
    record Pci(
            int domain,
            int bus,
            int slot,
            int function,
            Optional<Boolean> multifunction,
            Optional<Zpci> zpci)
            implements Address {
        /// A place without further options.
        public Pci(int domain, int bus, int slot, int function) {
            this(domain, bus, slot, function, Optional.empty(), Optional.empty());
        }

        /// Whether no place was chosen yet.
        public boolean isEmpty() {
            return domain == 0 && bus == 0 && slot == 0;
        }

        /// Whether both name the same function.
        public boolean isSamePlace(Pci other) {
            return domain == other.domain
                    && bus == other.bus
                    && slot == other.slot
                    && function == other.function;
        }

        /// The same place with or without further functions in its slot.
        public Pci withMultifunction(Optional<Boolean> value) {
            return new Pci(domain, bus, slot, function, value, zpci);
        }

        /// The same place with identifiers for s390.
        public Pci withZpci(Zpci value) {
            return new Pci(domain, bus, slot, function, multifunction, Optional.of(value));
        }

        /// Reads the element.
        public static Pci parse(Element address) {
            var pci =
                    new Pci(
                            address.unsigned("domain", 0).orElse(0),
                            address.unsigned("bus", 0).orElse(0),
                            address.unsigned("slot", 0).orElse(0),
                            address.unsigned("function", 0).orElse(0),
                            address.onOff("multifunction"),
                            address.child("zpci").map(Zpci::parse));
            pci.check();
            return pci;
        }

        private void check() {
            if (domain > 0xFFFF) {
                throw invalid("domain='0x%x', must be <= 0xFFFF".formatted(domain));
            }
            if (bus > 0xFF) {
                throw invalid("bus='0x%x', must be <= 0xFF".formatted(bus));
            }
            if (slot > 0x1F) {
                throw invalid("slot='0x%x', must be <= 0x1F".formatted(slot));
            }
            if (function > 7) {
                throw invalid("function=0x%x, must be <= 7".formatted(function));
            }
        }

        private static LibvirtException invalid(String what) {
            return new LibvirtException(XML_ERROR, "Invalid PCI address " + what);
        }

        /// Writes the four numbers that name the place.
        public void formatPlace(XmlWriter out) {
            out.hexadecimal("domain", domain, 4)
                    .hexadecimal("bus", bus, 2)
                    .hexadecimal("slot", slot, 2)
                    .hexadecimal("function", function, 1);
        }

        @Override
        public String type() {
            return "pci";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type());
            if (!isEmpty()) {
                formatPlace(out);
            }
            out.onOff("multifunction", multifunction);
            zpci.ifPresent(z -> z.format(out));
            out.end();
        }
    }

    /// `<zpci>`: identifiers of a PCI device on s390.
    record Zpci(OptionalInt uid, OptionalLong fid) {
        static Zpci parse(Element zpci) {
            return new Zpci(zpci.unsigned("uid", 0), zpci.unsignedLong("fid", 0));
        }

        void format(XmlWriter out) {
            if (uid.isPresent() || fid.isPresent()) {
                out.start("zpci")
                        .hexadecimal("uid", uid.orElse(0), 4)
                        .hexadecimal("fid", fid.orElse(0), 8)
                        .end();
            }
        }
    }

    /// A unit of a disk controller.
    record Drive(int controller, int bus, int target, int unit) implements Address {
        @Override
        public String type() {
            return "drive";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address")
                    .attribute("type", type())
                    .attribute("controller", controller)
                    .attribute("bus", bus)
                    .attribute("target", target)
                    .attribute("unit", unit)
                    .end();
        }
    }

    /// A port of a virtio-serial controller.
    record VirtioSerial(int controller, int bus, int port) implements Address {
        @Override
        public String type() {
            return "virtio-serial";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address")
                    .attribute("type", type())
                    .attribute("controller", controller)
                    .attribute("bus", bus)
                    .attribute("port", port)
                    .end();
        }
    }

    /// A slot of a smart card reader.
    record Ccid(int controller, int slot) implements Address {
        @Override
        public String type() {
            return "ccid";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address")
                    .attribute("type", type())
                    .attribute("controller", controller)
                    .attribute("slot", slot)
                    .end();
        }
    }

    /// A USB port: the way through the hubs, outermost first; empty while it is to be found.
    record Usb(int bus, List<Integer> port) implements Address {
        private static final int MAX_DEPTH = 4;

        /// A place with its own copy of the way.
        public Usb {
            port = List.copyOf(port);
        }

        static Usb parse(Element address) {
            var port = new ArrayList<Integer>();
            var text = address.attribute("port");
            if (text.isPresent()) {
                parsePort(text.get(), port);
            }
            return new Usb(address.unsigned("bus").orElse(0), port);
        }

        private static void parsePort(String text, List<Integer> port) {
            for (String step : text.split("\\.", -1)) {
                try {
                    port.add(Integer.parseUnsignedInt(step));
                } catch (NumberFormatException _) {
                    throw new LibvirtException(
                            INTERNAL_ERROR, "Cannot parse <address> 'port' attribute");
                }
            }
            if (port.size() > MAX_DEPTH) {
                throw new LibvirtException(
                        INTERNAL_ERROR, "Cannot parse <address> 'port' attribute");
            }
        }

        /// The way as it is written: `1.2`.
        public String portText() {
            var text = new StringBuilder();
            for (int step : port) {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
            return text.toString();
        }

        @Override
        public String type() {
            return "usb";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type()).attribute("bus", bus);
            if (!port.isEmpty() && port.getFirst() != 0) {
                out.attribute("port", portText());
            }
            out.end();
        }
    }

    /// A register of the sPAPR virtual I/O bus; absent while it is to be found.
    record SpaprVio(OptionalLong reg) implements Address {
        @Override
        public String type() {
            return "spapr-vio";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type());
            if (reg.isPresent()) {
                out.hexadecimal("reg", reg.getAsLong(), 8);
            }
            out.end();
        }
    }

    /// A channel subsystem device of s390.
    record Ccw(int cssid, int ssid, int devno) implements Address {
        @Override
        public String type() {
            return "ccw";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address")
                    .attribute("type", type())
                    .hexadecimal("cssid", cssid, 1)
                    .hexadecimal("ssid", ssid, 1)
                    .hexadecimal("devno", devno, 4)
                    .end();
        }
    }

    /// Ports of the ISA bus.
    record Isa(OptionalInt iobase, OptionalInt irq) implements Address {
        @Override
        public String type() {
            return "isa";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type());
            if (iobase.orElse(0) > 0) {
                out.hexadecimal("iobase", iobase.getAsInt(), 1);
            }
            if (irq.orElse(0) > 0) {
                out.hexadecimal("irq", irq.getAsInt(), 1);
            }
            out.end();
        }
    }

    /// A memory slot.
    record Dimm(int slot, OptionalLong base) implements Address {
        @Override
        public String type() {
            return "dimm";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type()).attribute("slot", slot);
            if (base.orElse(0) != 0) {
                out.hexadecimal("base", base.getAsLong(), 1);
            }
            out.end();
        }
    }

    /// A virtio-mmio transport, which needs no place.
    record VirtioMmio() implements Address {
        @Override
        public String type() {
            return "virtio-mmio";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type()).end();
        }
    }

    /// Explicitly no address: the device is kept from the guest.
    record Unassigned() implements Address {
        @Override
        public String type() {
            return "unassigned";
        }

        @Override
        public void format(XmlWriter out) {
            out.start("address").attribute("type", type()).end();
        }
    }

    /// The word of the `type` attribute.
    String type();

    /// Writes the element.
    void format(XmlWriter out);

    /// Reads an `<address>`.
    static Address parse(Element address) {
        String type =
                address.attribute("type")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "No type specified for device address"));
        return switch (type) {
            case "pci" -> Pci.parse(address);
            case "drive" ->
                    new Drive(
                            number(address, "controller"),
                            number(address, "bus"),
                            number(address, "target"),
                            number(address, "unit"));
            case "virtio-serial" ->
                    new VirtioSerial(
                            number(address, "controller"),
                            number(address, "bus"),
                            number(address, "port"));
            case "ccid" -> new Ccid(number(address, "controller"), number(address, "slot"));
            case "usb" -> Usb.parse(address);
            case "spapr-vio" -> new SpaprVio(address.unsignedLong("reg", 16));
            case "ccw" -> ccw(address);
            case "isa" -> new Isa(address.unsigned("iobase", 16), address.unsigned("irq", 16));
            case "dimm" -> dimm(address);
            case "virtio-mmio" -> new VirtioMmio();
            case "unassigned" -> new Unassigned();
            case "virtio-s390" ->
                    throw new LibvirtException(
                            XML_ERROR, "virtio-s390 bus doesn't have an address");
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED, "unknown address type '%s'".formatted(type));
        };
    }

    private static int number(Element address, String name) {
        return address.unsigned(name).orElse(0);
    }

    private static Address dimm(Element address) {
        address.required("slot");
        return new Dimm(number(address, "slot"), address.unsignedLong("base", 16));
    }

    private static Address ccw(Element address) {
        OptionalInt cssid = address.unsigned("cssid", 0);
        OptionalInt ssid = address.unsigned("ssid", 0);
        OptionalInt devno = address.unsigned("devno", 0);
        if (cssid.isEmpty() || ssid.isEmpty() || devno.isEmpty()) {
            if (cssid.isPresent() || ssid.isPresent() || devno.isPresent()) {
                throw new LibvirtException(
                        XML_ERROR, "Invalid partial specification for virtio ccw address");
            }
            return new Ccw(0, 0, 0);
        }
        if (cssid.getAsInt() > 254 || ssid.getAsInt() > 3 || devno.getAsInt() > 0xFFFF) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Invalid specification for virtio ccw address: cssid='0x%x' ssid='0x%x' devno='0x%04x'"
                            .formatted(cssid.getAsInt(), ssid.getAsInt(), devno.getAsInt()));
        }
        return new Ccw(cssid.getAsInt(), ssid.getAsInt(), devno.getAsInt());
    }
}
