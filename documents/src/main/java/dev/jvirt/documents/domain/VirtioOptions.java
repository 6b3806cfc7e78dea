package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// Options of a virtio device's `<driver>`.
public record VirtioOptions(
        Optional<Boolean> iommu,
        Optional<Boolean> ats,
        Optional<Boolean> packed,
        Optional<Boolean> pagePerVq) {
    /// No option set.
    public static final VirtioOptions NONE =
            new VirtioOptions(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether no option is set.
    public boolean isEmpty() {
        return equals(NONE);
    }

    static VirtioOptions parse(Element driver) {
        return new VirtioOptions(
                driver.onOff("iommu"),
                driver.onOff("ats"),
                driver.onOff("packed"),
                driver.onOff("page_per_vq"));
    }

    /// Reads the options from the `<driver>` of a device.
    static VirtioOptions ofDevice(Element device) {
        return device.child("driver").map(VirtioOptions::parse).orElse(NONE);
    }

    void format(XmlWriter out) {
        out.onOff("iommu", iommu)
                .onOff("ats", ats)
                .onOff("packed", packed)
                .onOff("page_per_vq", pagePerVq);
    }

    /// Writes a `<driver>` that holds nothing else.
    void formatDriver(XmlWriter out) {
        out.startOptional("driver");
        format(out);
        out.end();
    }
}
