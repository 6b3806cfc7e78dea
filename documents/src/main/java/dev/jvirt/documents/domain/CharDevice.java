package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;

/// `<serial>`, `<parallel>`, `<console>` or `<channel>`: a character device.
public record CharDevice(CharTarget target, CharBackend backend, DeviceInfo info)
        implements GuestDevice {
    /// The same with another host side.
    public CharDevice withBackend(CharBackend value) {
        return new CharDevice(target, value, info);
    }

    /// The same with another source on the host.
    public CharDevice withSource(CharSource value) {
        return withBackend(backend.withSource(value));
    }

    /// The same with another guest side.
    public CharDevice withTarget(CharTarget value) {
        return new CharDevice(value, backend, info);
    }

    @Override
    public CharDevice withInfo(DeviceInfo value) {
        return new CharDevice(target, backend, value);
    }

    static CharDevice parse(Element device, ParseFlags flags) {
        String type = device.attribute("type").orElse("pty");
        var target = CharTarget.parse(device, flags);
        var backend = CharBackend.parse(device, type, flags);
        if (type.equals("spicevmc") && !(target instanceof CharTarget.VirtioChannel)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "spicevmc device type only supports virtio");
        }
        var info = DeviceInfo.parse(device, flags);
        if (target instanceof CharTarget.Serial serial
                && serial.type().filter(t -> t == CharTarget.SerialType.USB_SERIAL).isPresent()
                && info.address().filter(a -> !(a instanceof Address.Usb)).isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "usb-serial requires address of usb type");
        }
        return new CharDevice(target, backend, info);
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start(target.element()).attribute("type", backend.source().type());
        if (target instanceof CharTarget.Console console
                && console.port().orElse(-1) == 0
                && backend.source() instanceof CharSource.Pty pty
                && !flags.inactive()) {
            out.attribute("tty", pty.path());
        }
        backend.format(out, flags);
        target.format(out, flags);
        info.format(out);
        out.end();
    }
}
