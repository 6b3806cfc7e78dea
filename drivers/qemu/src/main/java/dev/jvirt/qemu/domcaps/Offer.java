package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;

/// Something that domains can have or not, and the values its settings can have.
///
/// @param element its name in the document
public record Offer(String element, boolean supported, List<Choice> choices) {
    /// The values that a setting can have.
    public record Choice(String name, List<String> values) {
        /// Values of a setting.
        public Choice {
            values = List.copyOf(values);
        }

        void format(XmlWriter out) {
            out.start("enum").attribute("name", name);
            for (String value : values) {
                out.leaf("value", value);
            }
            out.end();
        }
    }

    /// An offer.
    public Offer {
        choices = List.copyOf(choices);
    }

    /// Something without settings.
    static Offer plain(String element, boolean supported) {
        return new Offer(element, supported, List.of());
    }

    /// Something with settings; without them if it is not supported.
    static Offer of(String element, boolean supported, Choice... choices) {
        return new Offer(element, supported, supported ? List.of(choices) : List.of());
    }

    void format(XmlWriter out) {
        out.start(element).attribute("supported", supported ? "yes" : "no");
        for (Choice choice : choices) {
            choice.format(out);
        }
        out.end();
    }
}
