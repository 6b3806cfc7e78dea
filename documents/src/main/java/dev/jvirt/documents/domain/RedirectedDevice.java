package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<redirdev>`: a USB device that comes through a character device.
public record RedirectedDevice(CharBackend backend, DeviceInfo info) implements GuestDevice {
    @Override
    public RedirectedDevice withInfo(DeviceInfo value) {
        return new RedirectedDevice(backend, value);
    }

    /// The same through another host side.
    public RedirectedDevice withBackend(CharBackend value) {
        return new RedirectedDevice(value, info);
    }

    static RedirectedDevice parse(Element element, ParseFlags flags) {
        String bus = element.attribute("bus").orElse("usb");
        if (!bus.equals("usb")) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown redirdev bus '%s'".formatted(bus));
        }
        String type =
                element.attribute("type")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR, "missing type in redirdev"));
        var backend = CharBackend.parse(element, type, flags);
        if (backend.source() instanceof CharSource.Dbus dbus && dbus.channel().isEmpty()) {
            backend = backend.withSource(new CharSource.Dbus(Optional.of("org.qemu.usbredir")));
        }
        var info = DeviceInfo.parseBootable(element, flags);
        if (info.address().filter(a -> !(a instanceof Address.Usb)).isPresent()) {
            throw new LibvirtException(XML_ERROR, "Invalid address for a USB device");
        }
        return new RedirectedDevice(backend, info);
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("redirdev").attribute("bus", "usb").attribute("type", backend.source().type());
        backend.format(out, flags);
        info.format(out);
        out.end();
    }
}
