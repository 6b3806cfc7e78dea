package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<seclabel>`: the label a security driver gives the domain.
///
/// @param implicit added by libvirt, not by the document
public record SecurityLabel(
        Type type,
        Optional<String> model,
        boolean relabel,
        Optional<String> label,
        Optional<String> imageLabel,
        Optional<String> baseLabel,
        boolean implicit) {
    /// Who chooses the label.
    public enum Type implements Word {
        NONE,
        DYNAMIC,
        STATIC
    }

    static List<SecurityLabel> parseAll(Element domain, ParseFlags flags) {
        var all = new ArrayList<SecurityLabel>();
        for (Element element : domain.children("seclabel")) {
            var label = parse(element, flags);
            for (SecurityLabel other : all) {
                if (other.model.equals(label.model)) {
                    throw new LibvirtException(
                            XML_DETAIL,
                            "seclabel for model %s is already provided"
                                    .formatted(label.model.orElse("(null)")));
                }
            }
            all.add(label);
        }
        for (SecurityLabel label : all) {
            if (all.size() > 1 && label.model.isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR, "missing security model when using multiple labels");
            }
        }
        return all;
    }

    private static SecurityLabel parse(Element element, ParseFlags flags) {
        var model = element.attribute("model");
        var type = element.choice("type", Type.class).orElse(Type.DYNAMIC);
        boolean relabel = element.yesNo("relabel").orElse(type == Type.DYNAMIC);
        if (type == Type.DYNAMIC && !relabel) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "dynamic label type must use resource relabeling");
        }
        if (type == Type.NONE && relabel) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "resource relabeling is not compatible with 'none' label type");
        }
        if (model.filter("none"::equals).isPresent()) {
            return none(model, type, flags);
        }
        boolean live = !flags.inactive() && type != Type.NONE;
        var label = live || type == Type.STATIC ? element.text("label") : Optional.<String>empty();
        if ((live || type == Type.STATIC) && label.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "security label is missing");
        }
        var image = live && relabel ? element.text("imagelabel") : Optional.<String>empty();
        if (live && relabel && image.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "security imagelabel is missing");
        }
        return new SecurityLabel(
                type,
                model,
                relabel,
                label,
                image,
                type == Type.DYNAMIC ? element.text("baselabel") : Optional.empty(),
                false);
    }

    /// Old documents have labels of model `none` that are not of type `none`.
    private static SecurityLabel none(Optional<String> model, Type type, ParseFlags flags) {
        if (!flags.inactive() && type != Type.NONE) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "unsupported type='%s' to model 'none'".formatted(type.word()));
        }
        return new SecurityLabel(
                Type.NONE,
                model,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /// A label that does nothing, of a security driver.
    public static SecurityLabel none(String model) {
        return new SecurityLabel(
                Type.NONE,
                Optional.of(model),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /// The same of another security driver.
    public SecurityLabel withModel(String value) {
        return new SecurityLabel(
                type, Optional.of(value), relabel, label, imageLabel, baseLabel, implicit);
    }

    void format(XmlWriter out, FormatFlags flags) {
        boolean old = model.filter(m -> m.equals("dac") || m.equals("none")).isPresent();
        if (old && implicit && flags.migratable()) {
            return;
        }
        out.start("seclabel").attribute("type", type).attribute("model", model);
        if (type != Type.NONE) {
            out.attribute("relabel", relabel ? "yes" : "no").leaf("label", label);
            if (relabel) {
                out.leaf("imagelabel", imageLabel);
            }
            if (type == Type.DYNAMIC) {
                out.leaf("baselabel", baseLabel);
            }
        }
        out.end();
    }
}
