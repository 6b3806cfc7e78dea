package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;

/// `<hub>`: a USB hub.
public record Hub(DeviceInfo info) implements GuestDevice {
    @Override
    public Hub withInfo(DeviceInfo value) {
        return new Hub(value);
    }

    static Hub parse(Element element, ParseFlags flags) {
        String type =
                element.attribute("type")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR, "missing hub device type"));
        if (!type.equals("usb")) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown hub device type '%s'".formatted(type));
        }
        return new Hub(DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("hub").attribute("type", "usb");
        info.format(out);
        out.end();
    }
}
