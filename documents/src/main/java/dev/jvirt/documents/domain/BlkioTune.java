package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<blkiotune>`: the share of the host's disks.
public record BlkioTune(OptionalInt weight, List<Device> devices) {
    /// Nothing said.
    public static final BlkioTune NONE = new BlkioTune(OptionalInt.empty(), List.of());

    /// `<device>`: the share of one disk.
    public record Device(
            String path,
            OptionalLong weight,
            OptionalLong readIops,
            OptionalLong writeIops,
            OptionalLong readBytes,
            OptionalLong writeBytes) {
        static Device parse(Element device) {
            String path =
                    device.text("path")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR, "missing per-device path"));
            return new Device(
                    path,
                    number(device, "weight"),
                    number(device, "read_iops_sec"),
                    number(device, "write_iops_sec"),
                    number(device, "read_bytes_sec"),
                    number(device, "write_bytes_sec"));
        }

        private static OptionalLong number(Element device, String name) {
            var text = device.text(name);
            if (text.isEmpty()) {
                return OptionalLong.empty();
            }
            OptionalLong number = Numbers.parse(text.get(), 10);
            if (number.orElse(-1) < 0) {
                throw new LibvirtException(
                        XML_ERROR, "could not parse %s %s".formatted(name, text.get()));
            }
            return number.getAsLong() == 0 ? OptionalLong.empty() : number;
        }

        private boolean isEmpty() {
            return weight.isEmpty()
                    && readIops.isEmpty()
                    && writeIops.isEmpty()
                    && readBytes.isEmpty()
                    && writeBytes.isEmpty();
        }

        void format(XmlWriter out) {
            if (isEmpty()) {
                return;
            }
            out.start("device")
                    .leaf("path", path)
                    .leaf("weight", weight)
                    .leaf("read_iops_sec", readIops)
                    .leaf("write_iops_sec", writeIops)
                    .leaf("read_bytes_sec", readBytes)
                    .leaf("write_bytes_sec", writeBytes)
                    .end();
        }
    }

    /// Shares with their own copy of the devices.
    public BlkioTune {
        devices = List.copyOf(devices);
    }

    static BlkioTune parse(Element tune) {
        var devices = new ArrayList<Device>();
        for (Element device : tune.children("device")) {
            var parsed = Device.parse(device);
            for (Device other : devices) {
                if (other.path().equals(parsed.path())) {
                    throw new LibvirtException(
                            XML_ERROR, "duplicate blkio device path '%s'".formatted(other.path()));
                }
            }
            devices.add(parsed);
        }
        var weight = tune.text("weight").flatMap(BlkioTune::weight);
        return new BlkioTune(weight.map(OptionalInt::of).orElse(OptionalInt.empty()), devices);
    }

    private static java.util.Optional<Integer> weight(String text) {
        OptionalLong number = Numbers.parse(text, 10);
        return number.orElse(0) > 0 && number.getAsLong() <= Integer.MAX_VALUE
                ? java.util.Optional.of((int) number.getAsLong())
                : java.util.Optional.empty();
    }

    void format(XmlWriter out) {
        out.startOptional("blkiotune").leaf("weight", weight);
        for (Device device : devices) {
            device.format(out);
        }
        out.end();
    }
}
