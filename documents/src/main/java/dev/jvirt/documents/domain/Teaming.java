package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<teaming>`: two interfaces that the guest uses as one.
///
/// @param persistent alias of the interface that stays during migration
public record Teaming(Type type, Optional<String> persistent) {
    /// Whether the interface stays during migration.
    public enum Type implements Word {
        PERSISTENT,
        TRANSIENT
    }

    static Optional<Teaming> ofDevice(Element device) {
        var element = device.child("teaming");
        if (element.isEmpty() || element.get().attributes().isEmpty()) {
            return Optional.empty();
        }
        var word = element.get().attribute("type").orElse("(null)");
        var type =
                Word.find(Type.class, word)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                CONFIG_UNSUPPORTED,
                                                "unknown teaming type '%s'".formatted(word)));
        return Optional.of(new Teaming(type, element.get().attribute("persistent")));
    }

    void format(XmlWriter out) {
        out.start("teaming").attribute("type", type).attribute("persistent", persistent).end();
    }
}
