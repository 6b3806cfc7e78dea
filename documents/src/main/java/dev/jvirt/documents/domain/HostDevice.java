package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<hostdev>`: a device of the host that is passed through.
///
/// @param managed whether libvirt takes it from the host and gives it back
public record HostDevice(
        HostDeviceSource source, boolean managed, Optional<Teaming> teaming, DeviceInfo info)
        implements GuestDevice {
    @Override
    public HostDevice withInfo(DeviceInfo value) {
        return new HostDevice(source, managed, teaming, value);
    }

    /// The same for another device.
    public HostDevice withSource(HostDeviceSource value) {
        return new HostDevice(value, managed, teaming, info);
    }

    static HostDevice parse(Element device, ParseFlags flags) {
        String mode = device.attribute("mode").orElse("subsystem");
        var type = device.attribute("type");
        if (type.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing source address type");
        }
        var source =
                switch (mode) {
                    case "subsystem" -> HostDeviceSource.parseSubsystem(device, type.get(), flags);
                    case "capabilities" -> HostDeviceSource.Capability.parse(device, type.get());
                    default ->
                            throw new LibvirtException(
                                    CONFIG_UNSUPPORTED,
                                    "unknown hostdev mode '%s'".formatted(mode));
                };
        return new HostDevice(
                source,
                device.is("managed", "yes"),
                Teaming.ofDevice(device),
                DeviceInfo.parseWithRom(device, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        boolean capability = source instanceof HostDeviceSource.Capability;
        out.start("hostdev")
                .attribute("mode", capability ? "capabilities" : "subsystem")
                .attribute("type", source.type());
        if (!capability) {
            out.attribute("managed", managed ? "yes" : "no");
        }
        var rights = Optional.<HostDeviceSource.Rights>empty();
        switch (source) {
            case HostDeviceSource.ScsiUnit unit -> rights = Optional.of(unit.rights());
            case HostDeviceSource.Iscsi iscsi -> rights = Optional.of(iscsi.rights());
            case HostDeviceSource.ScsiHost host -> out.word("model", host.model());
            case HostDeviceSource.Mediated mediated ->
                    out.attribute("model", mediated.model())
                            .onOff("display", mediated.display())
                            .onOff("ramfb", mediated.ramFb());
            case HostDeviceSource.Usb _, HostDeviceSource.Pci _, HostDeviceSource.Capability _ -> {}
        }
        rights.ifPresent(r -> out.word("sgio", r.sgIo()).yesNo("rawio", r.rawIo()));
        source.format(out, flags, false);
        teaming.ifPresent(t -> t.format(out));
        rights.ifPresent(
                r -> out.empty("readonly", r.readOnly()).empty("shareable", r.shareable()));
        info.format(out);
        out.end();
    }
}
