package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.OptionalInt;

/// How many of what a controller has.
public record ControllerPorts(
        OptionalInt ports,
        OptionalInt vectors,
        OptionalInt maxGrantFrames,
        OptionalInt maxEventChannels) {
    /// Nothing said.
    public static final ControllerPorts NONE =
            new ControllerPorts(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());

    static ControllerPorts parse(Element element, Controller.Type type) {
        OptionalInt ports = element.nonNegative("ports");
        OptionalInt none = OptionalInt.empty();
        return switch (type) {
            case VIRTIO_SERIAL ->
                    new ControllerPorts(ports, element.nonNegative("vectors"), none, none);
            case USB -> new ControllerPorts(ports, none, none, none);
            case XENBUS ->
                    new ControllerPorts(
                            none,
                            none,
                            element.nonNegative("maxGrantFrames"),
                            element.nonNegative("maxEventChannels"));
            default -> NONE;
        };
    }

    void format(XmlWriter out, Controller.Type type) {
        out.attribute("ports", ports)
                .attribute("vectors", vectors)
                .attribute("maxGrantFrames", maxGrantFrames)
                .attribute("maxEventChannels", maxEventChannels);
    }
}
