package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<memballoon>`: takes memory from the guest and gives it back.
///
/// @param statsPeriod seconds between two reports of the guest
public record MemoryBalloon(
        Model model,
        Optional<Boolean> autoDeflate,
        Optional<Boolean> freePageReporting,
        OptionalInt statsPeriod,
        VirtioOptions virtio,
        DeviceInfo info)
        implements GuestDevice {
    /// The device.
    public enum Model implements Word {
        VIRTIO,
        XEN,
        NONE,
        VIRTIO_TRANSITIONAL,
        VIRTIO_NON_TRANSITIONAL
    }

    /// A balloon of a model.
    public MemoryBalloon(Model model) {
        this(
                model,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                VirtioOptions.NONE,
                DeviceInfo.NONE);
    }

    @Override
    public MemoryBalloon withInfo(DeviceInfo value) {
        return new MemoryBalloon(model, autoDeflate, freePageReporting, statsPeriod, virtio, value);
    }

    /// The same with another period of reports.
    public MemoryBalloon withStatsPeriod(OptionalInt value) {
        return new MemoryBalloon(model, autoDeflate, freePageReporting, value, virtio, info);
    }

    static MemoryBalloon parse(Element element, ParseFlags flags) {
        var model = element.requiredChoice("model", Model.class);
        var stats = element.child("stats");
        OptionalInt period =
                stats.isEmpty() ? OptionalInt.empty() : stats.get().integer("period", 0);
        return new MemoryBalloon(
                model,
                element.onOff("autodeflate"),
                element.onOff("freePageReporting"),
                period.orElse(0) <= 0 ? OptionalInt.empty() : period,
                VirtioOptions.ofDevice(element),
                model == Model.NONE ? DeviceInfo.NONE : DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("memballoon")
                .attribute("model", model)
                .onOff("autodeflate", autoDeflate)
                .onOff("freePageReporting", freePageReporting);
        statsPeriod.ifPresent(p -> out.start("stats").attribute("period", p).end());
        info.format(out);
        virtio.formatDriver(out);
        out.end();
    }
}
