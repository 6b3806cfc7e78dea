package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<iommu>`.
public record Iommu(
        Model model,
        Optional<Boolean> interruptRemapping,
        Optional<Boolean> cachingMode,
        Optional<Boolean> eim,
        Optional<Boolean> ioTlb,
        OptionalInt addressWidth,
        DeviceInfo info)
        implements GuestDevice {
    /// The device.
    public enum Model implements Word {
        INTEL,
        SMMUV3,
        VIRTIO
    }

    @Override
    public Iommu withInfo(DeviceInfo value) {
        return new Iommu(model, interruptRemapping, cachingMode, eim, ioTlb, addressWidth, value);
    }

    /// The same with or without extended interrupt mode.
    public Iommu withEim(Optional<Boolean> value) {
        return new Iommu(model, interruptRemapping, cachingMode, value, ioTlb, addressWidth, info);
    }

    static Iommu parse(Element element, ParseFlags flags) {
        var driver = element.child("driver");
        return new Iommu(
                element.requiredChoice("model", Model.class),
                driver.flatMap(d -> d.onOff("intremap")),
                driver.flatMap(d -> d.onOff("caching_mode")),
                driver.flatMap(d -> d.onOff("eim")),
                driver.flatMap(d -> d.onOff("iotlb")),
                driver.isEmpty() ? OptionalInt.empty() : driver.get().positive("aw_bits"),
                DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("iommu").attribute("model", model);
        out.startOptional("driver")
                .onOff("intremap", interruptRemapping)
                .onOff("caching_mode", cachingMode)
                .onOff("eim", eim)
                .onOff("iotlb", ioTlb)
                .attribute("aw_bits", addressWidth)
                .end();
        info.format(out);
        out.end();
    }
}
