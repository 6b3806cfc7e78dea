package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<iotune>`: limits of a disk.
///
/// @param limits steady limits in a second
/// @param peaks limits in a burst
/// @param lengths seconds that a burst may last
/// @param sizeIops bytes that count as one operation
/// @param group disks of one group share the limits
public record IoTune(
        Limits limits,
        Limits peaks,
        Limits lengths,
        OptionalLong sizeIops,
        Optional<String> group) {
    /// No limit.
    public static final IoTune NONE =
            new IoTune(
                    Limits.NONE, Limits.NONE, Limits.NONE, OptionalLong.empty(), Optional.empty());

    /// Limits of bytes and operations, in total or of each direction.
    public record Limits(
            OptionalLong totalBytes,
            OptionalLong readBytes,
            OptionalLong writeBytes,
            OptionalLong totalIops,
            OptionalLong readIops,
            OptionalLong writeIops) {
        /// No limit.
        public static final Limits NONE =
                new Limits(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty());

        static Limits parse(Element tune, String suffix) {
            return new Limits(
                    number(tune, "total_bytes_sec" + suffix),
                    number(tune, "read_bytes_sec" + suffix),
                    number(tune, "write_bytes_sec" + suffix),
                    number(tune, "total_iops_sec" + suffix),
                    number(tune, "read_iops_sec" + suffix),
                    number(tune, "write_iops_sec" + suffix));
        }

        void format(XmlWriter out, String suffix) {
            out.leaf("total_bytes_sec" + suffix, totalBytes)
                    .leaf("read_bytes_sec" + suffix, readBytes)
                    .leaf("write_bytes_sec" + suffix, writeBytes)
                    .leaf("total_iops_sec" + suffix, totalIops)
                    .leaf("read_iops_sec" + suffix, readIops)
                    .leaf("write_iops_sec" + suffix, writeIops);
        }
    }

    static IoTune parse(Element tune) {
        return new IoTune(
                Limits.parse(tune, ""),
                Limits.parse(tune, "_max"),
                Limits.parse(tune, "_max_length"),
                number(tune, "size_iops_sec"),
                tune.text("group_name"));
    }

    private static OptionalLong number(Element tune, String name) {
        var text = tune.text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(text.get(), 10);
        if (number.orElse(-1) < 0) {
            throw new LibvirtException(
                    XML_ERROR, "disk iotune field '%s' must be an integer".formatted(name));
        }
        return number.getAsLong() == 0 ? OptionalLong.empty() : number;
    }

    void format(XmlWriter out) {
        if (equals(NONE)) {
            return;
        }
        out.start("iotune");
        limits.format(out, "");
        peaks.format(out, "_max");
        out.leaf("size_iops_sec", sizeIops).leaf("group_name", group);
        lengths.format(out, "_max_length");
        out.end();
    }
}
