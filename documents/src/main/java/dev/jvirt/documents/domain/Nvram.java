package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;

/// `<nvram>`: the non-volatile memory of a pSeries guest.
public record Nvram(DeviceInfo info) implements GuestDevice {
    @Override
    public Nvram withInfo(DeviceInfo value) {
        return new Nvram(value);
    }

    static Nvram parse(Element element, ParseFlags flags) {
        return new Nvram(DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("nvram");
        info.format(out);
        out.end();
    }
}
