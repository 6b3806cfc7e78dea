package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// `<redirfilter>`: which USB devices a client may redirect into the guest.
public record RedirectionFilter(List<UsbDevice> devices) implements Device {
    /// `<usbdev>`; what is absent matches everything.
    ///
    /// @param version four decimal digits, each in four bits
    public record UsbDevice(
            OptionalInt usbClass,
            OptionalInt vendor,
            OptionalInt product,
            OptionalInt version,
            boolean allow) {
        static UsbDevice parse(Element element) {
            element.required("allow");
            OptionalInt usbClass = known(element, "class");
            if (usbClass.orElse(0) > 0xFF) {
                throw new LibvirtException(
                        INTERNAL_ERROR,
                        "Invalid USB Class code 0x%x".formatted(usbClass.getAsInt()));
            }
            return new UsbDevice(
                    usbClass,
                    known(element, "vendor"),
                    known(element, "product"),
                    element.attribute("version")
                            .map(UsbDevice::version)
                            .orElse(OptionalInt.empty()),
                    element.yesNo("allow").orElse(false));
        }

        private static OptionalInt known(Element element, String name) {
            OptionalInt number = element.integer(name, 0);
            return number.orElse(-1) < 0 ? OptionalInt.empty() : number;
        }

        private static OptionalInt version(String text) {
            if (text.equals("-1")) {
                return OptionalInt.empty();
            }
            int dot = text.indexOf('.');
            try {
                int major = Integer.parseUnsignedInt(text.substring(0, dot));
                String fraction = text.substring(dot + 1);
                int minor = Integer.parseUnsignedInt(fraction);
                if (major < 100 && minor < 100) {
                    int tenths = fraction.length() == 1 ? minor * 10 : minor;
                    return OptionalInt.of(
                            (major / 10) << 12
                                    | (major % 10) << 8
                                    | (tenths / 10) << 4
                                    | tenths % 10);
                }
            } catch (NumberFormatException | StringIndexOutOfBoundsException _) {
                // Falls through to the error below.
            }
            throw new LibvirtException(
                    XML_ERROR, "Cannot parse USB device version %s".formatted(text));
        }

        void format(XmlWriter out) {
            out.start("usbdev");
            code(out, "class", usbClass, 2);
            code(out, "vendor", vendor, 4);
            code(out, "product", product, 4);
            version.ifPresent(
                    v ->
                            out.attribute(
                                    "version",
                                    "%d.%02d"
                                            .formatted(
                                                    (v >> 12 & 0xF) * 10 + (v >> 8 & 0xF),
                                                    (v >> 4 & 0xF) * 10 + (v & 0xF))));
            out.attribute("allow", allow ? "yes" : "no").end();
        }

        private static void code(XmlWriter out, String name, OptionalInt value, int digits) {
            value.ifPresent(v -> out.attribute(name, ("0x%0" + digits + "X").formatted(v)));
        }
    }

    /// A filter with its own copy of the rules.
    public RedirectionFilter {
        devices = List.copyOf(devices);
    }

    static RedirectionFilter parse(Element filter) {
        var devices = new ArrayList<UsbDevice>();
        for (Element device : filter.children("usbdev")) {
            devices.add(UsbDevice.parse(device));
        }
        return new RedirectionFilter(devices);
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        if (devices.isEmpty()) {
            return;
        }
        out.start("redirfilter");
        for (UsbDevice device : devices) {
            device.format(out);
        }
        out.end();
    }
}
