package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<reconnect>`: whether QEMU connects again after it lost a peer.
///
/// @param timeout seconds between two attempts
public record Reconnect(boolean enabled, int timeout) {
    static Optional<Reconnect> ofSource(Element source) {
        return source.child("reconnect").flatMap(Reconnect::parse);
    }

    private static Optional<Reconnect> parse(Element reconnect) {
        var enabled = reconnect.yesNo("enabled");
        if (enabled.isEmpty()) {
            return Optional.empty();
        }
        int timeout = 0;
        if (enabled.get()) {
            reconnect.required("timeout");
            timeout = reconnect.unsigned("timeout").orElse(0);
        }
        return Optional.of(new Reconnect(enabled.get(), timeout));
    }

    void format(XmlWriter out) {
        out.start("reconnect").attribute("enabled", enabled ? "yes" : "no");
        if (enabled) {
            out.attribute("timeout", timeout);
        }
        out.end();
    }
}
