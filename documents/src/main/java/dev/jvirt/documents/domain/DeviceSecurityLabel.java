package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<seclabel>` of a single source.
///
/// @param labelSkip the file could not be labelled, seen only while the domain runs
public record DeviceSecurityLabel(
        Optional<String> model, boolean relabel, boolean labelSkip, Optional<String> label) {
    static List<DeviceSecurityLabel> parseAll(Element source, ParseFlags flags) {
        var labels = new ArrayList<DeviceSecurityLabel>();
        for (Element element : source.children("seclabel")) {
            var label = parse(element, flags);
            for (DeviceSecurityLabel other : labels) {
                if (other.model.equals(label.model)) {
                    throw new LibvirtException(
                            XML_DETAIL,
                            "seclabel for model %s is already provided"
                                    .formatted(label.model.orElse("(null)")));
                }
            }
            labels.add(label);
        }
        return labels;
    }

    private static DeviceSecurityLabel parse(Element element, ParseFlags flags) {
        var model = element.attribute("model");
        var label = element.text("label");
        boolean relabel = element.yesNo("relabel").orElse(true);
        boolean skip = !flags.inactive() && element.is("labelskip", "yes");
        if (label.isPresent() && !relabel) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Cannot specify a label if relabelling is turned off. model=%s"
                            .formatted(model.orElse("<null>")));
        }
        return new DeviceSecurityLabel(model, relabel && !skip, skip, label);
    }

    void format(XmlWriter out, FormatFlags flags) {
        if (flags.inactive() && label.isEmpty() && relabel) {
            return;
        }
        out.start("seclabel").attribute("model", model);
        if (labelSkip) {
            out.attribute("labelskip", "yes");
        } else {
            out.attribute("relabel", relabel ? "yes" : "no");
        }
        out.leaf("label", label).end();
    }
}
