package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<backend>` of a network interface.
///
/// @param tap path of the tap device's control node
/// @param vhost path of the vhost control node
public record InterfaceBackend(
        Optional<Type> type,
        Optional<String> tap,
        Optional<String> vhost,
        Optional<String> logFile) {
    /// Nothing said.
    public static final InterfaceBackend NONE =
            new InterfaceBackend(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Who provides user networking.
    public enum Type implements Word {
        PASST
    }

    static InterfaceBackend parse(Element device, boolean virtio) {
        var element = device.child("backend");
        if (element.isEmpty()) {
            return NONE;
        }
        var backend = element.get();
        return new InterfaceBackend(
                backend.choice("type", Type.class),
                backend.attribute("tap").map(Paths::sanitize),
                virtio ? backend.attribute("vhost").map(Paths::sanitize) : Optional.empty(),
                backend.attribute("logFile"));
    }

    void format(XmlWriter out) {
        out.startOptional("backend")
                .word("type", type)
                .attribute("tap", tap)
                .attribute("vhost", vhost)
                .attribute("logFile", logFile)
                .end();
    }
}
