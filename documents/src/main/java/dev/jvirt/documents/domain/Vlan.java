package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<vlan>`: the VLANs an interface belongs to.
public record Vlan(boolean trunk, List<Tag> tags) {
    private static final int MAX_ID = 4095;

    /// `<tag>`.
    public record Tag(int id, Optional<NativeMode> nativeMode) {}

    /// How frames of the native VLAN are marked.
    public enum NativeMode implements Word {
        TAGGED,
        UNTAGGED
    }

    /// VLANs with their own copy of the tags.
    public Vlan {
        tags = List.copyOf(tags);
    }

    /// Reads the element.
    public static Vlan parse(Element vlan) {
        var tags = new ArrayList<Tag>();
        boolean hasNative = false;
        for (Element tag : vlan.children("tag")) {
            tag.required("id");
            int id = tag.unsigned("id").orElse(0);
            if (id > MAX_ID) {
                throw new LibvirtException(
                        XML_ERROR, "vlan tag id %d too large (maximum 4095)".formatted(id));
            }
            var mode = tag.choice("nativeMode", NativeMode.class);
            if (mode.isPresent() && hasNative) {
                throw new LibvirtException(XML_ERROR, "duplicate native vlan setting");
            }
            hasNative |= mode.isPresent();
            tags.add(new Tag(id, mode));
        }
        if (tags.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement");
        }
        return new Vlan(trunk(vlan, tags.size(), hasNative), tags);
    }

    private static boolean trunk(Element vlan, int tags, boolean hasNative) {
        var text = vlan.attribute("trunk").filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return tags > 1;
        }
        if (text.get().equalsIgnoreCase("yes")) {
            return true;
        }
        if (tags > 1) {
            throw new LibvirtException(
                    XML_ERROR,
                    "invalid \"trunk='%s'\" in <vlan> - trunk='yes' is required for more than one vlan tag"
                            .formatted(text.get()));
        }
        if (hasNative) {
            throw new LibvirtException(
                    XML_ERROR,
                    "invalid configuration in <vlan> - \"trunk='no'\" is not allowed with a native"
                            + " vlan id");
        }
        if (!text.get().equalsIgnoreCase("no")) {
            throw new LibvirtException(
                    XML_ERROR,
                    "invalid \"trunk='%s'\" in <vlan> - must be yes or no".formatted(text.get()));
        }
        return false;
    }

    /// Writes the element.
    public void format(XmlWriter out) {
        out.start("vlan").yes("trunk", trunk);
        for (Tag tag : tags) {
            out.start("tag").attribute("id", tag.id()).word("nativeMode", tag.nativeMode()).end();
        }
        out.end();
    }
}
