package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<driver>` of a [Controller].
public record ControllerDriver(
        OptionalInt queues,
        OptionalInt commandsPerLun,
        OptionalInt maxSectors,
        Optional<Boolean> ioEventFd,
        OptionalInt ioThread,
        VirtioOptions virtio) {
    /// Nothing said.
    public static final ControllerDriver NONE =
            new ControllerDriver(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    VirtioOptions.NONE);

    static ControllerDriver parse(Element driver) {
        return new ControllerDriver(
                driver.positive("queues"),
                driver.positive("cmd_per_lun"),
                driver.positive("max_sectors"),
                driver.onOff("ioeventfd"),
                driver.positive("iothread"),
                VirtioOptions.parse(driver));
    }

    void format(XmlWriter out) {
        out.startOptional("driver")
                .attribute("queues", queues)
                .attribute("cmd_per_lun", commandsPerLun)
                .attribute("max_sectors", maxSectors)
                .onOff("ioeventfd", ioEventFd)
                .attribute("iothread", ioThread);
        virtio.format(out);
        out.end();
    }
}
