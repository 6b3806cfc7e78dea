package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<vsock>`: sockets between host and guest.
///
/// @param autoCid whether libvirt chooses the guest's address
/// @param cid address of the guest
public record Vsock(
        Optional<VirtioModel> model,
        Optional<Boolean> autoCid,
        OptionalInt cid,
        VirtioOptions virtio,
        DeviceInfo info)
        implements GuestDevice {
    @Override
    public Vsock withInfo(DeviceInfo value) {
        return new Vsock(model, autoCid, cid, virtio, value);
    }

    /// The same of another model.
    public Vsock withModel(VirtioModel value) {
        return new Vsock(Optional.of(value), autoCid, cid, virtio, info);
    }

    /// The same with another address of the guest.
    public Vsock withCid(Optional<Boolean> auto, OptionalInt value) {
        return new Vsock(model, auto, value, virtio, info);
    }

    static Vsock parse(Element element, ParseFlags flags) {
        var cid = element.child("cid");
        return new Vsock(
                element.choice("model", VirtioModel.class, "default"),
                cid.flatMap(c -> c.yesNo("auto")),
                cid.isEmpty() ? OptionalInt.empty() : cid.get().nonZero("address"),
                VirtioOptions.ofDevice(element),
                DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.startOptional("vsock").word("model", model);
        out.startOptional("cid").yesNo("auto", autoCid).attribute("address", cid).end();
        info.format(out);
        virtio.formatDriver(out);
        out.end();
    }
}
